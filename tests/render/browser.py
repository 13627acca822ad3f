"""Chromium without a window, driven over its DevTools pipe: nothing to install but the browser itself."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PATIENCE = 60
"""Seconds to wait for any one answer."""

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--remote-debugging-pipe",
)


def chromium() -> str | None:
    """The browser's program, None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Tab:
    """One page. `requests` are the addresses it asked for, `messages` what it wrote to the console or refused."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing
        self._waiting = b""
        self._count = 0
        self._session: str | None = None
        self.requests: list[str] = []
        self.messages: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the DevTools protocol and return its result."""
        self._count += 1
        call = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            call["sessionId"] = self._session
        os.write(self._writing, json.dumps(call).encode() + b"\0")
        while (answer := self._next()).get("id") != self._count:
            self._note(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def open(self, page: Path, width: int = 1280, *, dark: bool = False) -> None:
        """Load a file and wait until it stands, with nothing noted of earlier ones."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])
        self.requests.clear()
        self.messages.clear()
        self.send("Page.navigate", url=page.as_uri())
        if not self.settled("document.readyState === 'complete' && location.protocol === 'file:'"):
            raise TimeoutError(f"{page.name} was not loaded")

    def settled(self, condition: str) -> bool:
        """Whether an expression becomes true in time."""
        deadline = time.monotonic() + PATIENCE
        while not self.run(condition):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", "the script failed"))
        return result["result"].get("value")

    def spoken(self) -> str:
        """The words that a screen reader meets, in its order."""
        nodes = {node["nodeId"]: node for node in self.send("Accessibility.getFullAXTree")["nodes"]}
        words, waiting = [], [next(iter(nodes))]
        while waiting:
            node = nodes[waiting.pop()]
            if node.get("role", {}).get("value") == "StaticText":
                words.append(node["name"]["value"].strip())
            waiting.extend(child for child in reversed(node.get("childIds", ())) if child in nodes)
        return " ".join(words)

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """Write what is seen as a PNG file, the whole page or the part in the window."""
        shot = self.send("Page.captureScreenshot", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(shot["data"]))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._reading], [], [], PATIENCE)
            piece = os.read(self._reading, 1 << 20) if ready else b""
            if not piece:
                raise TimeoutError("the browser does not answer")
            self._waiting += piece
        message, _, self._waiting = self._waiting.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        method, details = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])
        elif method == "Log.entryAdded":
            self.messages.append(details["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.messages.append(str(details["args"]))
        elif method == "Runtime.exceptionThrown":
            self.messages.append(str(details["exceptionDetails"]))
        elif method == "Page.javascriptDialogOpening":
            self.messages.append(f"dialog: {details['message']}")
            self.send("Page.handleJavaScriptDialog", accept=False)


@contextmanager
def browser() -> Iterator[Tab]:
    """A tab of a browser of its own, which ends with it."""
    program = chromium()
    assert program is not None
    to_browser, from_browser = os.pipe(), os.pipe()
    # Chromium reads commands from file descriptor 3 and answers on 4; bash puts ours there, whatever their numbers.
    plug = f'exec "$@" 3<&{to_browser[0]} 4>&{from_browser[1]}'
    # The browser may still write there while it ends.
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        process = subprocess.Popen(
            ["bash", "-c", plug, "bash", program, *_FLAGS, f"--user-data-dir={home}", "about:blank"],
            pass_fds=(to_browser[0], from_browser[1]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Tab(from_browser[0], to_browser[1])
        finally:
            process.terminate()
            process.wait()
            for end in (*to_browser, *from_browser):
                os.close(end)
