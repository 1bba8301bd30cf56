"""Chromium without a window, told what to do over a pipe; nothing leaves this machine.

The DevTools protocol over two pipes needs no port and no package. No name of a host is
resolved, and every address asked for is kept in ``requests``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from tempfile import TemporaryDirectory

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--no-first-run", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--remote-debugging-pipe", "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


class Browser:
    """One page in a browser; ``said`` is what the page wrote to its console."""

    def __init__(self, to, from_, session=None):
        self._to, self._from, self._session = to, from_, session
        self._number, self.said, self.requests = 0, [], []
        self._events = []

    def ask(self, method, **parameters):
        """Send a command and return its answer."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        self._to.write(json.dumps(command).encode() + b"\0")
        self._to.flush()
        while True:
            message = self._read()
            if message.get("id") == self._number:
                assert "error" not in message, message["error"]
                return message["result"]

    def _read(self):
        letters = bytearray()
        while (letter := self._from.read(1)) != b"\0":
            assert letter, "the browser stopped"
            letters += letter
        message = json.loads(letters)
        self._note(message.get("method"), message.get("params", {}))
        return message

    def _note(self, event, told):
        self._events.append(event)
        match event:
            case "Runtime.consoleAPICalled" | "Log.entryAdded":
                self.said.append(told)
            case "Runtime.exceptionThrown":
                self.said.append(told["exceptionDetails"])
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])

    def attach(self):
        """Open a page of its own."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def open(self, path, width=1280, *, scripts=True, media=""):
        """Show a file at a width, and wait until it is there."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=900, deviceScaleFactor=1, mobile=width < 700,
        )  # fmt: skip
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.ask("Emulation.setEmulatedMedia", media=media)
        self.said.clear()
        self.requests.clear()
        self._events.clear()
        self.ask("Page.navigate", url=path.as_uri())
        while "Page.loadEventFired" not in self._events:
            self._read()
        return self

    def do(self, script):
        """Run a script in the page, awaiting a promise, and return its value."""
        answer = self.ask(
            "Runtime.evaluate", expression=script, returnByValue=True,
            awaitPromise=True, userGesture=True, allowUnsafeEvalBlockedByCSP=False,
        )  # fmt: skip
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key, code=None):
        """Press and release a key."""
        code = code or key
        text = {"Enter": "\r", "Space": " "}.get(code, "")
        number = {"Tab": 9, "Enter": 13, "Space": 32}.get(code, 0)
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key=key, code=code,
                windowsVirtualKeyCode=number, text=text if kind == "keyDown" else "",
            )  # fmt: skip


@contextmanager
def browser():
    """Start the browser, and stop it afterwards."""
    from_us, to_us = os.pipe(), os.pipe()
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # The browser reads commands from file 3 and answers on file 4.
        started = subprocess.Popen(  # noqa: S603
            [
                "/bin/bash", "-c",
                f'exec "$@" 3<&{from_us[0]} 4>&{to_us[1]}', "bash",
                PROGRAM, *_FLAGS, f"--user-data-dir={profile}",
            ],
            pass_fds=(from_us[0], to_us[1]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(from_us[0])
        os.close(to_us[1])
        with os.fdopen(from_us[1], "wb") as to, os.fdopen(to_us[0], "rb") as from_:
            page = Browser(to, from_)
            page.attach()
            try:
                yield page
            finally:
                started.terminate()
                started.wait(20)
