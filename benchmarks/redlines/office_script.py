"""Run by a Python that has `uno`, as `python office_script.py PROFILE FILE...`: prints as JSON, for each file, its
paragraphs with all tracked changes rejected and with all accepted, as LibreOffice understands them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

_COMMANDS = {"reject": ".uno:RejectAllTrackedChanges", "accept": ".uno:AcceptAllTrackedChanges"}
_PATIENCE = 60


def main(profile: str, files: list[str]) -> None:
    """Start LibreOffice, ask it about each file, and end it."""
    address = f"pipe,name=plandiff{os.getpid()};urp;StarOffice.ComponentContext"
    options = ["--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(profile).as_uri()}"]
    with subprocess.Popen(
        ["soffice", *options, f"--accept={address}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as office:
        try:
            context = _connected(address)
            print(json.dumps([{view: _paragraphs(context, file, view) for view in _COMMANDS} for file in files]))
            _service(context, "com.sun.star.frame.Desktop").terminate()
            office.wait(_PATIENCE)
        finally:
            office.kill()


def _connected(address: str) -> Any:
    local = uno.getComponentContext()
    resolver = _service(local, "com.sun.star.bridge.UnoUrlResolver")
    for _ in range(2 * _PATIENCE):
        try:
            return resolver.resolve(f"uno:{address}")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


def _paragraphs(context: Any, file: str, view: str) -> list[str]:
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    desktop = _service(context, "com.sun.star.frame.Desktop")
    document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (hidden,))
    frame = document.CurrentController.Frame
    _service(context, "com.sun.star.frame.DispatchHelper").executeDispatch(frame, _COMMANDS[view], "", 0, ())
    paragraphs = document.Text.createEnumeration()
    texts = []
    while paragraphs.hasMoreElements():
        texts.append(paragraphs.nextElement().getString())
    document.close(True)
    return texts


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
