"""Measures the page: how soon it is there, how soon it follows, and what memory it takes.

    make bench-page
    NASTAVNIK=.build/release/nastavnik python3 figures.py [--requests 10000] [--out FILE]

Needs a release build to say anything; the browser is asked only for what a browser must say. Beside
the clock stands the time that the server's own threads worked, which other work on the machine
does not stretch.
"""

import argparse
import datetime
import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from devtools import Browser
from workbench import BINARY, Workbench


def generate(mentees, mentors):
    """A synthetic folder of a size."""
    folder = tempfile.mkdtemp(prefix="nastavnik-figures-")
    subprocess.run(
        [BINARY, "generate", "--mentees", str(mentees), "--mentors", str(mentors), "--seed", "1",
         "--out", folder, "--force"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    return folder


class Client:
    """A connection with the cookie of a visitor."""

    def __init__(self, workbench, cookie):
        self.host = workbench.address.removeprefix("http://")
        self.cookie = cookie
        self.connection = http.client.HTTPConnection(self.host, timeout=120)

    def status(self, path):
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    def get(self, path):
        start = time.perf_counter()
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        body = answer.read()
        assert answer.status == 200, (path, answer.status)
        return (time.perf_counter() - start) * 1000, body


def admitted(workbench):
    """The cookie of a visitor who opened the printed address."""
    connection = http.client.HTTPConnection(workbench.address.removeprefix("http://"))
    connection.request("GET", workbench.key.removeprefix(workbench.address))
    answer = connection.getresponse()
    return answer.getheader("Set-Cookie").split(";")[0]


def matched(client):
    """Waits until there is a plan."""
    while b"data-busy" in client.get("/matching")[1]:
        time.sleep(0.2)


def memory(workbench):
    """The resident memory in MiB."""
    with open(f"/proc/{workbench.process.pid}/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def worked(workbench):
    """The milliseconds that the threads of the server have worked."""
    with open(f"/proc/{workbench.process.pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


class Page:
    """Figures as a page: a table, then what is no table."""

    def __init__(self):
        self.rows = []
        self.lines = []

    def told(self, name, times, work=None):
        """Takes in the milliseconds of many times, and the work of the server in all of them."""
        times = sorted(times)
        row = [name, *(f"{time:.1f}" for time in (
            times[0], statistics.median(times), times[int(len(times) * 0.95)])),
            "" if work is None else f"{work / len(times):.1f}", str(len(times))]
        self.rows.append(row)
        print(" | ".join(row), file=sys.stderr, flush=True)

    def says(self, line):
        self.lines.append(line)
        print(line, file=sys.stderr, flush=True)

    def text(self):
        """The page in Markdown."""
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            model = next((line.split(":")[1].strip() for line in info if "model name" in line), "?")
        version = subprocess.run([BINARY, "--version"], capture_output=True, text=True, check=True)
        head = [
            "# The curator's page", "",
            f"Nastavnik {version.stdout.strip()}, {datetime.date.today()}, {os.cpu_count()} × "
            f"{model}, load {os.getloadavg()[0]:.1f}. Milliseconds from the request to the last "
            "byte on loopback, or in Chromium where it says so.", "",
            "| what | least | median | 95 % | work of the server | times |",
            "|---|---:|---:|---:|---:|---:|",
        ]
        table = ["| " + " | ".join(row) + " |" for row in self.rows]
        return "\n".join(head + table + [""] + self.lines) + "\n"


PAGE = Page()
told = PAGE.told


def timed(workbench, what, asks):
    """Asks, and tells how long it took and how long the server worked."""
    before = worked(workbench)
    times = [ask() for ask in asks]
    told(what, times, worked(workbench) - before)


def pages(workbench, client, what):
    for page in ("banks", "matching", "what-if", "why", "decisions", "orders"):
        # Of very many people not every question is answered: the page says so.
        if client.status("/" + page) == 422:
            PAGE.says(f"{what}: {page} is answered by 422.")
            continue
        timed(workbench, f"{what}: {page}", [lambda: client.get("/" + page)[0]] * 20)


def slider(workbench, client, what):
    timed(workbench, f"{what}: variant of a slider", [
        lambda value=value: client.get(f"/what-if/variant?weights.requests={value}&quick=1")[0]
        for value in range(1, 60)
    ])


def visit(browser, workbench, cookie):
    """Gives the browser the cookie of a visitor."""
    name, value = cookie.split("=", 1)
    browser.look()
    browser.call("Network.setCookie", name=name, value=value, url=workbench.address)


def felt_slider(workbench, cookie, what):
    """From the movement of a slider to the changed page, in the browser."""
    browser = Browser()
    try:
        visit(browser, workbench, cookie)
        browser.open(workbench.address + "/what-if")
        times = browser.js("""(async () => {
          const slider = document.querySelector('input[name="weights.requests"]');
          const target = document.getElementById("variant");
          const times = [];
          for (let value = 1; value <= 40; value += 1) {
            const start = performance.now();
            slider.value = value;
            slider.dispatchEvent(new Event("input", {bubbles: true}));
            await new Promise((resolve) => {
              const watch = new MutationObserver((changes) => {
                if (!changes.some((change) => change.type === "childList")) return;
                watch.disconnect();
                resolve();
              });
              watch.observe(target, {childList: true});
            });
            await new Promise(requestAnimationFrame);
            times.push(performance.now() - start);
            await new Promise((resolve) => setTimeout(resolve, 30));
          }
          return times;
        })()""")
        told(f"{what}: slider as it is felt, in Chromium", times)
    finally:
        browser.close()


def frames(browser, step):
    """What the frames take while the page is scrolled by a step in each: pixels, or a share."""
    return browser.js("""(async (step) => {
      const frames = [];
      let last = performance.now();
      scrollTo(0, 0);
      for (let turn = 0; turn < 240; turn += 1) {
        const height = document.documentElement.scrollHeight;
        scrollTo(0, step > 1 ? turn * step : height * turn * step);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
      return frames.slice(5);
    })(%s)""" % step)


def scrolling(workbench, cookie, path, what):
    """How soon a long table is there, and how long frames take while it is scrolled."""
    browser = Browser()
    try:
        visit(browser, workbench, cookie)
        # The folder is read first; what is measured is the page.
        browser.open(workbench.address + path)
        browser.until("document.querySelectorAll('.row').length >= 50", patience=120)
        start = time.perf_counter()
        browser.call("Page.reload")
        browser.settle(patience=120)
        browser.until("document.querySelectorAll('.row').length >= 50", patience=120)
        loaded = (time.perf_counter() - start) * 1000
        told(f"{what}: loaded, in Chromium", [loaded])
        told(f"{what}: frames of a scroll by 100 pixels each", frames(browser, 100))
        told(f"{what}: frames of a scroll from end to end", frames(browser, 1 / 240))
        felt = browser.js("""(async () => {
          const field = document.querySelector('input[type="search"]');
          const list = document.getElementById("found");
          const times = [];
          for (const word of ["а", "ан", "анн", "ива", "и"]) {
            const start = performance.now();
            const changed = new Promise((resolve) => {
              new MutationObserver((_, watch) => { watch.disconnect(); resolve(); })
                .observe(list, {childList: true});
            });
            field.value = word;
            field.dispatchEvent(new Event("input", {bubbles: true}));
            await changed;
            await new Promise(requestAnimationFrame);
            times.push(performance.now() - start);
          }
          return times;
        })()""")
        told(f"{what}: search while typing, in Chromium", felt)
    finally:
        browser.close()


def load(workbench, cookie, requests):
    """Many requests from several windows at once; the memory is told on the way."""
    paths = ["/banks", "/matching", "/what-if", "/why", "/decisions", "/orders",
             "/what-if/variant?weights.requests=7", "/orders/batch.json"]
    taken = iter(range(requests))
    guard = threading.Lock()
    figures = []

    def work():
        client = Client(workbench, cookie)
        while True:
            with guard:
                number = next(taken, None)
                if number is None:
                    return
                if number % (requests // 10) == 0:
                    figures.append(memory(workbench))
            client.get(paths[number % len(paths)])

    start = time.perf_counter()
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - start
    figures.append(memory(workbench))
    PAGE.says(
        f"Load: {requests} requests to eight pages from four connections in {seconds:.0f} s, "
        f"{requests / seconds:.0f} a second; resident memory after each tenth of them: "
        + ", ".join(f"{figure:.0f}" for figure in figures) + " MiB.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10000)
    parser.add_argument("--rows", type=int, default=10000)
    parser.add_argument("--out", help="where the page goes; else it is printed")
    given = parser.parse_args()
    for name, folder in (
        ("lyceum", "tpu-lyceum"), ("500 × 100", generate(500, 100)),
    ):
        workbench = Workbench(folder)
        cookie = admitted(workbench)
        client = Client(workbench, cookie)
        matched(client)
        pages(workbench, client, name)
        slider(workbench, client, name)
        felt_slider(workbench, cookie, name)
        if name == "500 × 100":
            load(workbench, cookie, given.requests)
        workbench.close()
    workbench = Workbench(generate(given.rows, given.rows // 5))
    cookie = admitted(workbench)
    client = Client(workbench, cookie)
    matched(client)
    what = f"{given.rows} × {given.rows // 5}"
    pages(workbench, client, what)
    scrolling(workbench, cookie, "/banks?table=mentees", what + ", banks")
    scrolling(workbench, cookie, "/matching", what + ", matching")
    workbench.close()
    if given.out:
        os.makedirs(os.path.dirname(os.path.abspath(given.out)), exist_ok=True)
        with open(given.out, "w", encoding="utf-8") as file:
            file.write(PAGE.text())
    else:
        print(PAGE.text(), end="")


if __name__ == "__main__":
    main()
