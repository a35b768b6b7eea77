"""Drives a headless Chromium over the pipe of its DevTools protocol; needs nothing but Python."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Browser:
    """A browser with one page."""

    def __init__(self):
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        self._profile = tempfile.mkdtemp(prefix="nastavnik-browser-")
        # Descriptors 3 and 4 are where the browser looks for its pipe; a shell puts them there.
        command = f'exec 8<&{to_browser} 9>&{from_browser} 3<&8 4>&9; exec "$@"'
        self._process = subprocess.Popen(
            [
                "bash", "-c", command, "browser", "chromium", "--headless=new",
                "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=ru",
                f"--user-data-dir={self._profile}", "about:blank",
            ],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._number = 0
        self._buffer = b""
        self._session = None
        self.messages = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call(
            "Target.attachToTarget", targetId=target, flatten=True
        )["sessionId"]
        for domain in ("Page", "Runtime", "Network", "DOM", "Log"):
            self._call(domain + ".enable")

    def close(self):
        """Ends the browser and forgets its profile."""
        self._process.terminate()
        self._process.wait(timeout=10)
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _call(self, method, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next(60)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer.get("result", {})
            self.messages.append(answer)

    call = _call

    def _next(self, patience):
        end = time.monotonic() + patience
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError("the browser says nothing")
            self._buffer += os.read(self._in, 1 << 16)
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, address):
        """Goes to an address and waits for the page."""
        self._call("Page.navigate", url=address)
        self.settle()

    def settle(self, patience=30):
        """Waits until the page has loaded and is not about to leave."""
        end = time.monotonic() + patience
        time.sleep(0.15)
        while time.monotonic() < end:
            try:
                if self.js("document.readyState") == "complete":
                    return
            except RuntimeError:
                pass
            time.sleep(0.05)
        raise TimeoutError("the page does not load")

    def js(self, expression):
        """The value of a JavaScript expression."""
        answer = self._call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def until(self, expression, patience=30):
        """Waits until a JavaScript expression is true."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                if self.js(expression):
                    return
            except RuntimeError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"never true: {expression}")

    def click(self, selector):
        """Clicks what a selector finds first, and waits for the page that follows."""
        assert self.js(f"!!document.querySelector({json.dumps(selector)})"), selector
        self.js(f"document.querySelector({json.dumps(selector)}).click()")
        self.settle()

    def choose_files(self, selector, paths):
        """Puts files into a field."""
        root = self._call("DOM.getDocument")["root"]["nodeId"]
        node = self._call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self._call("DOM.setFileInputFiles", files=paths, nodeId=node)

    def key(self, name, code, key_code, shift=False):
        """Presses a key."""
        for kind in ("keyDown", "keyUp"):
            self._call(
                "Input.dispatchKeyEvent", type=kind, key=name, code=code,
                windowsVirtualKeyCode=key_code, modifiers=8 if shift else 0,
            )

    def look(self, width=1280, height=900, dark=False, scripts=True):
        """Sets the size and the colours of the screen."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=width < 600,
        )
        self._call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
        )
        self._call("Emulation.setScriptExecutionDisabled", value=not scripts)

    def picture(self, path, whole=False):
        """Keeps a screenshot."""
        parameters = {"format": "png"}
        if whole:
            size = self._call("Page.getLayoutMetrics")["cssContentSize"]
            parameters["captureBeyondViewport"] = True
            parameters["clip"] = {
                "x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 4000),
                "scale": 1,
            }
        data = self._call("Page.captureScreenshot", **parameters)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
