"""Browser tests walk through the product as it is served: the demonstration, on a port of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 900
expect.set_options(timeout=15_000)  # a busy machine is not a broken page


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Of the demonstration, and of whoever gives a command on its server."""
    others = ("GROEIMODEL_", "DJANGO_", "DATABASE_URL")
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith(others)},
        "GROEIMODEL_VAR": str(tmp_path_factory.mktemp("demo")),
        "GROEIMODEL_ADMIN_SECOND_FACTOR": "1",
    }


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Iterator[str]:
    """The address of a running demonstration with fresh example data."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("groeimodel")), "demo", "--port", str(port)]
    log = tmp_path_factory.mktemp("log") / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server, log)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"The demonstration did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("GROEIMODEL_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail(
            "A browser is missing: apt-get install chromium, or set GROEIMODEL_CHROMIUM=/path/to/chromium."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Make a page with a context of its own; any error in its console fails the test at the end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # A form that was filled in wrongly is answered with 422; the browser mentions that, and it is right.
        # 503 is what a test answers itself, to see what a page does without a connection.
        # A phone that a test takes off the net complains too, and goes on.
        expected = any(f"status of {code}" in message.text for code in (422, 503))
        expected = expected or "ERR_INTERNET_DISCONNECTED" in message.text
        if message.type in {"error", "warning"} and not expected:
            complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def make(**options: Any) -> Page:
        context = browser.new_context(base_url=site, locale="nl-BE", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    return new_page(viewport={"width": 390, "height": 844}, has_touch=True)


Become = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def become() -> Become:
    """Become the example person whose card says this name, and go to the home of the partnership."""

    def go(page: Page, name: str) -> None:
        page.goto("/wie/")
        card = page.get_by_role("button", name=name, include_hidden=True).first
        page.locator("details", has=card).evaluate_all("all => all.forEach((one) => { one.open = true })")
        card.click()
        page.wait_for_load_state()
        page.get_by_role("link", name="Bekijk de tuin").click()
        page.wait_for_load_state()

    return go
