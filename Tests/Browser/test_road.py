"""The whole road of a curator in a real browser: from dropped files to downloaded orders."""

import base64
import json
import os
import socket
import subprocess
import tempfile
import unittest
import urllib.request

from devtools import Browser
from figures import frames, generate
from workbench import BINARY, ROOT, Workbench

PICTURES = os.environ.get("PICTURES", os.path.join(ROOT, ".build", "browser"))
PAGES = ["banks", "matching", "what-if", "why", "decisions", "orders"]

# Every word of a page against what stands behind it (WCAG 2.2, 1.4.3), every field with its name
# (1.3.1, 4.1.2), every picture with a text or marked as decoration (1.1.1).
AUDIT = """(() => {
  const faults = [];
  const colour = (text) => (text.match(/[\\d.]+/g) || [0, 0, 0]).map(Number);
  const light = (parts) => parts.slice(0, 3).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const parts = colour(getComputedStyle(one).backgroundColor);
      if (parts.length < 4 || parts[3] > 0.99) return parts;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 3000; count += 1) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.closest("noscript, script")) continue;
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest("svg")) continue;
    const [a, b] = [light(colour(style.color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ` +
      `${walker.currentNode.textContent.trim().slice(0, 30)} <${element.className}>`);
  }
  for (const field of document.querySelectorAll("input, select, textarea")) {
    if (field.type === "hidden") continue;
    if (!field.labels?.length && !field.ariaLabel) faults.push(`no label: ${field.name}`);
  }
  for (const button of document.querySelectorAll("button, a[href]")) {
    if (!button.textContent.trim() && !button.ariaLabel) faults.push("a button without a name");
  }
  for (const picture of document.querySelectorAll("img, svg")) {
    const told = picture.hasAttribute("alt") || picture.ariaHidden === "true"
      || picture.querySelector("title");
    if (!told) faults.push("a picture without a text");
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) faults.push("an id that is there twice");
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
  if (!document.documentElement.lang) faults.push("no language");
  // Not innerWidth: on a phone that grows with what is too wide.
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) faults.push(
    `wider than the screen: ${document.documentElement.scrollWidth} for ${width}`);
  return faults;
})()"""


class Road(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.makedirs(PICTURES, exist_ok=True)
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def serve(self, dataset=None, *options, chooses=False):
        workbench = Workbench(dataset, *options, chooses=chooses)
        self.addCleanup(workbench.close)
        self.browser.messages.clear()
        self.browser.look()
        self.browser.open(workbench.key)
        return workbench

    def picture(self, name, whole=False):
        self.browser.picture(os.path.join(PICTURES, name + ".png"), whole)

    def walk(self, scripts):
        """From an empty folder to orders, with scripts or without."""
        name = "road" if scripts else "road-without-scripts"
        workbench = self.serve()
        browser = self.browser
        browser.look(scripts=scripts)
        browser.open(workbench.address + "/")
        self.picture(name + "-1-start")
        browser.js("document.querySelector('[value=\"vologda-medical-college\"]').checked = true")
        browser.click("main button.primary")
        source = os.path.join(ROOT, "datasets", "vologda-medical-college")
        tables = ("mentors", "mentees", "organizations")
        files = [os.path.join(source, table + ".csv") for table in tables]
        browser.choose_files("#drop input[type=file]", files)
        browser.click("#drop button")
        browser.until("document.querySelectorAll('.row').length > 10")
        self.picture(name + "-2-banks")
        browser.open(workbench.address + "/matching")
        browser.until("document.querySelectorAll('.pairs .row').length > 0")
        browser.click(".pairs .acts button")
        browser.until("!!document.querySelector('.mark.approve')")
        self.picture(name + "-3-approved")
        browser.click(".pairs .acts a")
        browser.until("!!document.querySelector('.parts')")
        self.picture(name + "-4-why")
        browser.open(workbench.address + "/decisions")
        self.assertTrue(browser.js("document.body.innerText.includes('№ 1')"))
        with open(workbench.folder + "/decisions.csv", encoding="utf-8-sig") as table:
            self.assertIn("утвердить", table.read())
        browser.open(workbench.address + "/orders")
        self.picture(name + "-5-orders")
        cookie = browser.call("Network.getCookies")["cookies"][0]
        for path, start in (("drafts.zip", b"PK"), ("batch.json", b"{")):
            request = urllib.request.Request(
                f"{workbench.address}/orders/{path}",
                headers={"Cookie": f"{cookie['name']}={cookie['value']}"},
            )
            with urllib.request.urlopen(request) as answer:
                self.assertTrue(answer.read().startswith(start))
        self.assertTrue(cookie["httpOnly"])
        self.assertEqual(cookie["sameSite"], "Strict")

    def test_the_road_from_files_to_orders(self):
        self.walk(scripts=True)

    def test_the_road_without_scripts(self):
        self.walk(scripts=False)

    def choose(self, scripts):
        """From a double click to a programme: an example, another folder, a new one."""
        workbench = self.serve(chooses=True)
        browser = self.browser
        os.makedirs(os.path.join(workbench.folder, "Documents", "Школы"))
        browser.look(scripts=scripts)
        browser.open(workbench.address + "/")
        self.assertTrue(browser.js("location.pathname") == "/folders")
        browser.click("button[name=template][value=vologda-medical-college]")
        browser.until("document.querySelectorAll('.row').length > 10")
        self.assertEqual(browser.js("location.pathname"), "/banks")
        copy = os.path.join(workbench.folder, "Documents", "nastavnik-vologda-medical-college")
        self.assertTrue(os.path.isfile(os.path.join(copy, "mentors.csv")))
        browser.click(".programme a")
        self.assertTrue(browser.js("document.getElementById('recent-title').innerText"))
        # To a folder by its links, and a programme begun in it.
        if scripts:
            browser.click("#browse summary")
        else:
            browser.open(workbench.address + "/folders?at=~")
        for name in ("Documents", "Школы"):
            browser.js(
                "location.href = [...document.querySelectorAll('.inside a')]"
                f".find((link) => link.innerText === '{name}').href"
            )
            browser.settle()
        browser.click("#browse details form button")
        browser.until("!!document.querySelector('main [name=template]')")
        browser.open(workbench.address + "/folders")
        browser.js("document.querySelector('input[name=name]').value = 'Наша школа'")
        browser.js("document.querySelector('[value=\"tpu-lyceum\"]').checked = true")
        browser.click("main form[action='/folders/new'] button")
        browser.until("!!document.getElementById('drop')")
        made = os.path.join(workbench.folder, "Documents", "Наша школа", "programme.yaml")
        self.assertTrue(os.path.isfile(made))
        browser.open(workbench.address + "/folders")
        self.assertEqual(browser.js("document.querySelectorAll('#recent-title ~ ul li').length"), 2)
        browser.js("document.querySelector('input[type=text][name=path]').value = 'нигде'")
        browser.click("#browse form button")
        self.assertTrue(browser.js("document.querySelector('[role=alert]').innerText"))
        return workbench

    def test_a_programme_is_chosen_without_scripts(self):
        self.choose(scripts=False)

    def test_a_programme_is_chosen_first(self):
        workbench = self.choose(scripts=True)
        browser = self.browser
        for language in ("ru", "en"):
            browser.open(workbench.address + "/folders")
            if browser.js("document.documentElement.lang") != language:
                browser.click(f"button[name=language][value={language}]")
            for dark in (False, True):
                for width in (1280, 390):
                    browser.look(width=width, height=900, dark=dark)
                    for page in ("folders", "folders?at=~"):
                        browser.open(f"{workbench.address}/{page}")
                        name = page.replace("?at=~", "-list")
                        theme = "dark" if dark else "light"
                        self.picture(f"{name}-{language}-{theme}-{width}", whole=True)
                        self.assertEqual(browser.js(AUDIT), [])

    def test_a_slider_is_followed(self):
        workbench = self.serve("vologda-medical-college")
        browser = self.browser
        browser.open(workbench.address + "/what-if")
        browser.js(
            """(() => {
              const slider = document.querySelector('input[name="weights.requests"]');
              slider.value = 5;
              slider.dispatchEvent(new Event("input", {bubbles: true}));
            })()"""
        )
        browser.until("document.querySelector('#variant-title')?.innerText === 'Что изменится'")
        browser.until("location.search.includes('weights.requests=5')")
        self.picture("slider")

    def test_goals_and_what_can_be_had_of_them(self):
        workbench = self.serve("bogorodsk-district")
        browser = self.browser
        browser.open(workbench.address + "/what-if")
        browser.until("!document.body.hasAttribute('data-busy')")
        browser.js(
            """(() => {
              for (const [goal, place] of [["coverage", 1], ["balance", 2], ["fit", 3]]) {
                const field = document.querySelector(`select[name="goals.${goal}"]`);
                field.value = place;
                field.dispatchEvent(new Event("input", {bubbles: true}));
              }
            })()"""
        )
        browser.until("document.querySelector('#variant-title')?.innerText === 'Что изменится'")
        browser.js("document.querySelector('input[name=name]').value = 'поровну'")
        browser.click("button[formaction='/what-if/keep']")
        browser.until("document.body.innerText.includes('Варианты рядом')")
        browser.until("!document.querySelector('[data-waits]')")
        self.picture("variants", whole=True)
        browser.open(workbench.address + "/what-if?goal=fit&goal=travel")
        browser.until("!!document.querySelector('#front circle')", patience=90)
        browser.js("document.getElementById('front').scrollIntoView()")
        self.picture("front")
        browser.look(width=390, dark=True)
        browser.open(workbench.address + "/what-if?goal=fit&goal=fairness&goal=balance")
        browser.until("!!document.querySelector('#front tbody tr')", patience=90)
        browser.js("document.getElementById('front').scrollIntoView()")
        self.picture("front-dark-390")
        self.assertEqual(browser.js(AUDIT), [])

    def test_people_are_offered_while_a_name_is_typed(self):
        workbench = self.serve("bogorodsk-district")
        browser = self.browser
        for page in ("why", "decisions"):
            browser.open(f"{workbench.address}/{page}")
            browser.until("!!document.querySelector('input[name=mentee]')", patience=90)
            browser.js(
                """(() => {
                  const field = document.querySelector("input[name=mentee]");
                  field.value = "n-102";
                  field.dispatchEvent(new Event("input", {bubbles: true}));
                })()"""
            )
            browser.until("document.querySelectorAll('#mentee-list option').length === 1")
            offered = browser.js("document.querySelector('#mentee-list option').value")
            self.assertTrue(offered.endswith("(N-102)"), offered)
        # What is chosen is asked about; a part of many names gives a choice.
        browser.open(f"{workbench.address}/why?mentee=n-102")
        browser.until("!!document.querySelector('.answer')")
        self.assertEqual(browser.js("document.querySelector('input[name=mentee]').value"), offered)
        browser.open(f"{workbench.address}/why?mentee=N-1")
        browser.until("document.querySelectorAll('select[name=mentee] option').length === 50")
        self.picture("people-found")
        self.assertEqual(browser.js(AUDIT), [])

    def test_files_are_dropped_onto_the_page(self):
        workbench = self.serve("vologda-medical-college")
        browser = self.browser
        browser.open(workbench.address + "/banks")
        browser.until("!document.body.hasAttribute('data-busy')", patience=90)
        with open(os.path.join(workbench.folder, "mentors.csv"), "rb") as table:
            text = base64.b64encode(table.read()).decode()
        browser.js(
            f"""(() => {{
              const bytes = Uint8Array.from(atob("{text}"), (sign) => sign.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], "Список наставников.csv"));
              window.dispatchEvent(new DragEvent("drop", {{dataTransfer: data, bubbles: true}}));
            }})()"""
        )
        browser.until("location.search.includes('loaded=mentors.csv')")
        browser.until("document.body.innerText.includes('Загружено: mentors.csv')")
        self.picture("dropped")

    def test_a_registry_keeps_what_is_decided_here(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        registry = os.path.join(place.name, "nastavnik.sqlite")
        workbench = self.serve(
            "vologda-medical-college", "--registry", registry, "--curator", "Кураторова Вера"
        )
        browser = self.browser
        browser.open(workbench.address + "/matching")
        browser.until("document.querySelectorAll('.pairs .row').length > 0")
        browser.click(".pairs .acts button")
        browser.until("!!document.querySelector('.mark.approve')")
        told = subprocess.run(
            [BINARY, "registry", "history", "--registry", registry, "--json"],
            check=True, capture_output=True, text=True,
        ).stdout
        self.assertIn('"approve"', told)
        self.assertIn("Кураторова Вера", told)
        browser.open(workbench.address + "/decisions")
        self.picture("registry-history")
        self.assertTrue(browser.js("document.body.innerText.includes('утверждено')"))

    def test_the_next_port_is_taken_where_one_is_in_use(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            workbench = Workbench(None, "--port", str(port))
            self.assertNotIn(f":{port}/", workbench.key)
            self.assertIn(str(port), workbench.close())

    def test_two_windows_see_a_change(self):
        workbench = self.serve("vologda-medical-college")
        browser = self.browser
        browser.open(workbench.address + "/matching")
        browser.until("!document.body.hasAttribute('data-busy')")
        with open(workbench.folder + "/decisions.csv", "a", encoding="utf-8") as table:
            table.write("\r\n")
        browser.js("fetch('/banks')")
        browser.until("!document.getElementById('changed').hidden")

    def test_pages_are_within_reach_of_everybody(self):
        workbench = self.serve("tpu-lyceum")
        browser = self.browser
        # Until there is a plan, and an answer to what would help, pages load themselves again.
        for page in ("matching", "why"):
            browser.open(f"{workbench.address}/{page}")
            browser.until(
                "!!document.querySelector('main h1') && !document.querySelector('[data-waits]')"
                " && !document.body.hasAttribute('data-busy')", patience=150,
            )
        for language in ("ru", "en"):
            browser.open(workbench.address + "/banks")
            if browser.js("document.documentElement.lang") != language:
                browser.click(f"button[name=language][value={language}]")
            for dark in (False, True):
                for width in (1280, 390):
                    browser.look(width=width, height=900, dark=dark)
                    for page in PAGES:
                        with self.subTest(page=page, language=language, dark=dark, width=width):
                            browser.open(f"{workbench.address}/{page}")
                            theme = "dark" if dark else "light"
                            self.picture(f"{page}-{language}-{theme}-{width}", whole=True)
                            self.assertEqual(browser.js(AUDIT), [])
        faults = [
            message for message in browser.messages
            if message.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")
            # The stream of a server that has ended breaks off, and the page of it says so late.
            and workbench.address in json.dumps(message)
        ]
        self.assertEqual(json.dumps(faults), "[]")

    def test_the_audit_sees_what_is_wrong(self):
        workbench = self.serve("vologda-medical-college")
        browser = self.browser
        for break_it, fault in (
            ("document.querySelector('input[type=search]').closest('label')"
             ".replaceWith(document.querySelector('input[type=search]'))", "no label: q"),
            ("document.querySelector('main button').textContent = ''", "a button without a name"),
            ("document.querySelector('.product img').removeAttribute('alt')",
             "a picture without a text"),
            ("document.querySelector('h1').outerHTML = '<h2>?</h2>'", "not one h1"),
            ("document.querySelector('#main').style.minWidth = '3000px'", "wider than the screen"),
            ("document.querySelector('h1').style.color = '#bbb'", "contrast"),
            ("document.documentElement.lang = ''", "no language"),
            ("document.querySelector('h1').id = 'main'", "an id that is there twice"),
        ):
            with self.subTest(fault=fault):
                browser.open(workbench.address + "/banks")
                browser.until("document.querySelectorAll('.row').length > 10")
                # A page that waits for an answer loads itself again when it comes.
                browser.until(
                    "!document.body.hasAttribute('data-busy')"
                    " && !document.querySelector('[data-waits]')", patience=90,
                )
                self.assertEqual(browser.js(AUDIT), [])
                browser.js(break_it)
                self.assertIn(fault, " ".join(browser.js(AUDIT)))

    def test_a_long_list_grows_where_it_is_scrolled_to(self):
        workbench = self.serve("bogorodsk-district")
        browser = self.browser
        browser.open(workbench.address + "/banks?table=mentors")
        browser.until("document.querySelectorAll('.row').length >= 100")
        self.assertLess(browser.js("document.querySelectorAll('.row').length"), 300)
        browser.js("document.querySelector('.free:last-of-type').scrollIntoView({block: 'end'})")
        browser.until("document.getElementById('people').innerText.includes('M-300')")
        self.picture("long-list-end")
        starts = browser.js(
            "[...document.querySelectorAll('#people ol')].map((list) => list.start)"
        )
        self.assertEqual(starts, sorted(starts))
        # What is searched for is found among all rows, those too that were never shown.
        browser.open(workbench.address + "/banks?table=mentors")
        browser.js(
            """(() => {
              const field = document.querySelector('input[type=search]');
              field.value = "m-299";
              field.dispatchEvent(new Event("input", {bubbles: true}));
            })()"""
        )
        browser.until("document.querySelectorAll('#people .row').length === 1")
        self.assertTrue(browser.js("document.getElementById('shown').innerText.endsWith(' 1')"))
        self.assertIn("q=m-299", browser.js("location.search"))

    def test_ten_thousand_rows_are_scrolled(self):
        workbench = self.serve(generate(10_000, 0))
        browser = self.browser
        browser.open(workbench.address + "/banks?table=mentees")
        # A page that waits loads itself again, and would end the scroll.
        browser.until(
            "document.querySelectorAll('.row').length >= 100"
            " && !document.body.hasAttribute('data-busy')"
            " && !document.querySelector('[data-waits]')", patience=300,
        )
        # One who asks in two forms has two rows and is one mentee.
        self.assertGreater(int(browser.js("document.getElementById('people').dataset.total")), 9000)
        # Rows that nobody looks at are not there; the room for them is.
        self.assertLess(browser.js("document.querySelectorAll('.row').length"), 500)
        self.assertGreater(browser.js("document.documentElement.scrollHeight"), 300_000)
        for name, step in (("by 100 pixels", 100), ("from end to end", 1 / 240)):
            times = sorted(frames(browser, step))
            print(f"frames of a scroll {name}: median {times[len(times) // 2]:.1f} ms, "
                  f"95 % {times[int(len(times) * 0.95)]:.1f} ms, most {times[-1]:.1f} ms")
        browser.js("document.querySelector('#people .free:last-of-type')"
                   "?.scrollIntoView({block: 'end'})")
        browser.until(
            "Math.max(...[...document.querySelectorAll('#people ol')].map((list) => list.start))"
            " + 100 > Number(document.getElementById('people').dataset.total)", patience=60,
        )
        self.picture("ten-thousand-rows")

    def test_the_keyboard_reaches_rows_that_are_not_there_yet(self):
        workbench = self.serve("bogorodsk-district")
        browser = self.browser
        browser.open(workbench.address + "/matching")
        browser.until("!document.body.hasAttribute('data-busy')")
        browser.until("document.querySelectorAll('#pairs .row').length >= 100")
        browser.until(
            "(document.querySelector('#pairs .free a')?.focus(), !document.querySelector('#pairs .free'))"
        )
        self.assertTrue(browser.js("!!document.activeElement.closest('#pairs .row')"))

    def test_a_long_list_has_pages_without_scripts(self):
        workbench = self.serve("bogorodsk-district")
        browser = self.browser
        browser.look(scripts=False)
        browser.open(workbench.address + "/banks?table=mentors")
        browser.until("document.querySelectorAll('.row').length === 100")
        self.assertTrue(browser.js("document.querySelector('.pager').checkVisibility()"))
        browser.click(".pager [rel=next]")
        browser.until("document.body.innerText.includes('Строки 101–200 из 300')")
        self.picture("long-list-without-scripts")
        browser.look()

    def test_the_keyboard_goes_in_the_order_of_the_page(self):
        workbench = self.serve("vologda-medical-college")
        browser = self.browser
        browser.open(workbench.address + "/matching")
        places = []
        for _ in range(40):
            browser.key("Tab", "Tab", 9)
            places.append(
                browser.js(
                    """(() => {
                      const all = [...document.querySelectorAll("*")];
                      return all.indexOf(document.activeElement);
                    })()"""
                )
            )
            outline = browser.js("getComputedStyle(document.activeElement).outlineStyle")
            self.assertNotEqual(outline, "none")
        self.assertEqual(places, sorted(places))
        self.assertEqual(len(set(places)), len(places))


if __name__ == "__main__":
    unittest.main()
