"""Chromium for the tests of the pages, without a window and without the network."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


def need() -> tuple[str, str]:
    """Paths of Chromium and its driver; the test is skipped where Debian's packages are not installed."""
    found = [shutil.which(name) for name in ("chromium", "chromedriver")]
    if not all(found):
        pytest.skip("needs Chromium: apt-get install chromium chromium-driver")
    return str(found[0]), str(found[1])


@contextmanager
def chromium(width: int = 1280, height: int = 900) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    binary, driver_path = need()
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.add_argument(f"--window-size={width},{height}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    try:
        yield driver
    finally:
        driver.quit()


def emulate(driver: Any, *, width: int, dark: bool = False) -> None:
    """A screen of this width; dark where the user's system is."""
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})


def opened(driver: Any, folder: Path, page: str) -> None:
    """Open a page from disk and wait until it has drawn itself."""
    from selenium.webdriver.support.ui import WebDriverWait

    driver.get("about:blank")
    driver.get(f"{folder.as_uri()}/{page}")
    drawn = (
        "return !document.getElementById('main').innerText.includes('Loading')"
        " && document.getElementById('found')?.textContent !== ''"
    )
    WebDriverWait(driver, 10, poll_frequency=0.02).until(lambda _: driver.execute_script(drawn))


def text(driver: Any, selector: str = "main") -> str:
    """What an element shows."""
    return str(driver.find_element("css selector", selector).text)


def until(driver: Any, selector: str, wanted: str) -> None:
    """Wait until the element has this text; the text that it has instead is the failure's message."""
    for _ in range(250):
        found = driver.execute_script("return document.querySelector(arguments[0])?.innerText", selector)
        if found == wanted:
            return
        time.sleep(0.02)
    assert found == wanted
