from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from muse.quality.judge.rubric import NAMES
from muse.quality.study import form
from muse.quality.study.answers import read
from muse.quality.study.collect import collect
from quality.study.conftest import Prepared

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on this machine")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield chrome
    chrome.quit()


def test_a_rater_fills_it_in_reloads_and_saves_what_import_reads(
    prepared: Prepared, browser: webdriver.Chrome, tmp_path: Path
) -> None:
    rater = prepared.study.raters[0]
    page = tmp_path / "form.html"
    page.write_text(form.render(prepared.study, rater, prepared.units, prepared.settings), encoding="utf-8")
    browser.get(page.as_uri())
    begin = browser.find_element("id", "begin")
    assert not begin.is_enabled()
    browser.find_element("id", "consent").click()
    begin.click()
    shown = None
    for place in rater.placements:
        section = browser.find_element("id", f"place-{place.place}")
        assert section.is_displayed()
        pictures = section.find_elements("css selector", "img")
        assert all(browser.execute_script("return arguments[0].naturalWidth", picture) == 64 for picture in pictures)
        shown = shown or (pictures and browser.get_screenshot_as_png())
        for name in NAMES[: 4 if place.place == 2 else 5]:
            radio = section.find_element("css selector", f"input[name='{place.place}/{name}'][value='4']")
            browser.execute_script("arguments[0].click()", radio)
        if place.place == 3:  # what was answered outlives a closed window
            browser.refresh()
            section = browser.find_element("id", "place-3")
            assert section.is_displayed()
            assert len(section.find_elements("css selector", "input:checked")) == 5
        section.find_element("css selector", "button[data-step='1']").click()
    assert browser.title == "Rating conversations"  # the hostile text in a conversation did not run
    assert "Questions are open in: 2." in browser.find_element("id", "missing").text
    browser.find_element("id", "save").click()
    saved = tmp_path / f"rater-01-{prepared.study.study}.json"
    for _ in range(100):
        if saved.exists():
            break
        time.sleep(0.05)
    assert json.loads(saved.read_text(encoding="utf-8"))["format"] == form.FORMAT
    found = collect(prepared.study, read(saved))
    state = found.report["raters"]["rater 01"]
    assert state["missing_places"] == []
    assert state["open_questions"] == [{"place": 2, "open": [NAMES[4]]}]
    assert {rating.score for rating in found.ratings if rating.rater == "rater 01"} <= {4, None}
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
    (tmp_path / "form.png").write_bytes(shown or b"")


def test_an_entry_is_answered_by_keys(prepared: Prepared, browser: webdriver.Chrome, tmp_path: Path) -> None:
    rater = prepared.study.raters[0]
    page = tmp_path / "form.html"
    page.write_text(form.render(prepared.study, rater, prepared.units, prepared.settings), encoding="utf-8")
    browser.get(page.as_uri())
    browser.find_element("id", "consent").click()
    browser.find_element("id", "begin").click()
    for key in "152x43":  # x answers nothing
        browser.switch_to.active_element.send_keys(key)
    chosen = browser.find_elements("css selector", "#place-1 input:checked")
    assert [radio.get_attribute("value") for radio in chosen] == ["1", "5", "2", "4", "3"]
    browser.switch_to.active_element.send_keys(webdriver.Keys.ENTER)
    assert browser.find_element("id", "place-2").is_displayed()
    assert browser.find_element("id", "state").text == f"1 of {len(rater.placements)} answered"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_wider_than_the_screen_and_text_stands_out(
    prepared: Prepared, browser: webdriver.Chrome, tmp_path: Path, scheme: str
) -> None:
    page = tmp_path / "form.html"
    page.write_text(
        form.render(prepared.study, prepared.study.raters[0], prepared.units, prepared.settings), encoding="utf-8"
    )
    phone = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    browser.get(page.as_uri())
    browser.find_element("id", "consent").click()
    browser.find_element("id", "begin").click()
    assert browser.execute_script("return document.documentElement.scrollWidth") == 360
    for selector in (".line", ".line.assistant", ".ends", "header", ".keys", ".open", "button.plain", "legend"):
        for element in browser.find_elements("css selector", f"#place-1 {selector}, {selector}")[:1]:
            assert browser.execute_script(CONTRAST, element) >= 4.5, selector


# The contrast of an element's text with the nearest background behind it, by WCAG 2.1.
CONTRAST = """
const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = (colour) => channels(colour).slice(0, 3).map((value) => value / 255)
  .map((value) => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
  .reduce((sum, value, at) => sum + value * [.2126, .7152, .0722][at], 0);
const ink = getComputedStyle(arguments[0]).color;
let behind = arguments[0];
while ((channels(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
const [high, low] = [light(ink), light(getComputedStyle(behind).backgroundColor)].sort((a, b) => b - a);
return (high + .05) / (low + .05);
"""
