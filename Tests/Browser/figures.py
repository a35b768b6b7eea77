"""Measures the page: how soon it is there, how soon it follows, and what memory it takes.

    NASTAVNIK=.build/release/nastavnik python3 figures.py [--requests 10000]

Needs a release build to say anything; the browser is asked only for what a browser must say.
"""

import argparse
import http.client
import os
import statistics
import subprocess
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


def told(name, times):
    times = sorted(times)
    print(f"{name}: least {times[0]:.1f} ms, median {statistics.median(times):.1f} ms, "
          f"95 % {times[int(len(times) * 0.95)]:.1f} ms, {len(times)} times", flush=True)


def pages(client, what):
    for page in ("banks", "matching", "what-if", "why", "decisions", "orders"):
        told(f"{what}, {page}", [client.get("/" + page)[0] for _ in range(20)])


def slider(client, what):
    told(f"{what}, variant of a slider", [
        client.get(f"/what-if/variant?weights.requests={value}")[0] for value in range(1, 60)
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
        told(f"{what}, slider as it is felt", times)
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
        print(f"{what}: loaded in {loaded:.0f} ms", flush=True)
        told(f"{what}, frames of a scroll by 100 pixels each", frames(browser, 100))
        told(f"{what}, frames of a scroll from end to end", frames(browser, 1 / 240))
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
        told(f"{what}, search while typing", felt)
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
    print(f"load: {requests} requests in {seconds:.0f} s, {requests / seconds:.0f} a second; "
          "MiB on the way: " + " ".join(f"{figure:.0f}" for figure in figures), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10000)
    parser.add_argument("--rows", type=int, default=10000)
    given = parser.parse_args()
    for name, folder in (
        ("lyceum", "tpu-lyceum"), ("500 × 100", generate(500, 100)),
    ):
        workbench = Workbench(folder)
        cookie = admitted(workbench)
        client = Client(workbench, cookie)
        matched(client)
        pages(client, name)
        slider(client, name)
        felt_slider(workbench, cookie, name)
        if name == "500 × 100":
            load(workbench, cookie, given.requests)
        workbench.close()
    workbench = Workbench(generate(given.rows, given.rows // 5))
    cookie = admitted(workbench)
    client = Client(workbench, cookie)
    matched(client)
    what = f"{given.rows} × {given.rows // 5}"
    pages(client, what)
    scrolling(workbench, cookie, "/banks?table=mentees", what + ", banks")
    scrolling(workbench, cookie, "/matching", what + ", matching")
    workbench.close()


if __name__ == "__main__":
    main()
