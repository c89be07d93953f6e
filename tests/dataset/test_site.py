import json
import re
from pathlib import Path
from typing import Any

import pytest
from support import conversation, item

from dataset import material
from dataset.browser import emulate, opened, text, until
from muse.core.files import sha256_tree
from muse.dataset.names import portable
from muse.dataset.site.charts import bars, by_number, by_size
from muse.dataset.site.data import script
from muse.dataset.site.pages import Content
from muse.dataset.site.pages import files as site_files
from muse.dataset.statistics import statistics_of

PAGES = (
    "index.html",
    "conversation.html#c000000",
    "conversation.html#c000001?q=garden",
    "items.html",
    "item.html#i1",
    "statistics.html",
)


def test_the_same_input_gives_the_same_bytes_and_what_is_missing_is_told(
    files: dict[str, Path], pages: Path, tmp_path: Path
) -> None:
    told = material.write_site(files, tmp_path / "again")
    assert sha256_tree(tmp_path / "again") == sha256_tree(pages)
    assert "item 'gone' is not in the catalog" in told
    assert "missing.jpg: no such file" in told


def test_nothing_points_outside_the_folder(pages: Path) -> None:
    for path in pages.rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            assert not re.findall(r"https?://|//[a-z]+\.", path.read_text()), path
    names = {path.name for path in (pages / "images").iterdir()}
    assert names == {f"{portable(each)}.jpg" for each in ("i0", "i1", material.SLASHED, "i4", "i5", "i6", "i7")}


def test_a_script_holds_any_value_and_nothing_ends_it() -> None:
    value = ["</script><!--", "a\u2028b\u2029c", 'quote " and \\ and &']
    written = script("name", value)
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written.removeprefix('MUSE.put("name", ').removesuffix(");\n")) == value


def test_charts_by_hand() -> None:
    drawn = bars("Groups", {"Gifts & <more>": 4, "Work": 1}, "conversations")
    assert '<th scope="row">Gifts &amp; &lt;more&gt;</th>' in drawn
    assert re.findall(r"--share: ([\d.]+)", drawn) == ["1.0000", "0.2500"]
    assert re.findall(r"<td>(\d)</td><td[^>]*>(\d+%)", drawn) == [("4", "80%"), ("1", "20%")]
    assert bars("Nothing", {}, "conversations").endswith("<tbody></tbody></table>")
    assert by_size({"a": 1, "b": 5, "c": 2, "d": 2}, 2) == {"b": 5, "c": 2, "2 others": 3}
    assert by_size({"a": 1}, 2) == {"a": 1}
    assert by_number({"2": 1, "10": 3, "4": 1}) == {"2": 1, "3": 0, "4": 1, **dict.fromkeys("56789", 0), "10": 3}
    assert by_number({}) == {}


def test_the_list_is_filtered_and_paged_and_the_address_keeps_it(pages: Path, driver: Any) -> None:
    opened(driver, pages, "index.html")
    assert text(driver, "#found") == "12 conversations"
    assert "12 of 12 conversations here were written by a script" in text(driver, "body")
    opened(driver, pages, "index.html#group=Sports")
    assert text(driver, "#found") == "1 conversation"
    assert "revealed in the last round" in text(driver, "#results")
    assert "score" not in text(driver, "#results")
    search = driver.find_element("name", "q")
    search.send_keys("marsh 5")
    until(driver, "#found", "0 conversations")
    search.clear()
    search.send_keys("marsh 4")
    until(driver, "#found", "1 conversation")
    assert driver.current_url.endswith("#q=marsh+4&group=Sports")
    driver.find_element("css selector", "[type=reset]").click()
    until(driver, "#found", "12 conversations")
    for kind, value, found in (("split", "test", 2), ("reached", "revealed", 1), ("action", "reject", 12)):
        opened(driver, pages, f"index.html#{kind}={value}")
        assert text(driver, "#found").startswith(f"{found} conversation")


def test_hostile_text_is_shown_as_text(pages: Path, driver: Any) -> None:
    for page in PAGES:
        opened(driver, pages, page)
        assert driver.execute_script("return window.taken") is None
    opened(driver, pages, "conversation.html#c000000")
    assert material.SCRIPT in text(driver)
    assert driver.find_element("css selector", ".long").get_attribute("textContent") == material.LONG
    opened(driver, pages, "conversation.html#c000001")
    bubble = driver.find_element("css selector", ".message .text")
    assert bubble.get_attribute("textContent").startswith(f"{material.ARABIC} <b>bold</b>")
    assert driver.execute_script("return getComputedStyle(arguments[0]).direction", bubble) == "rtl"
    link = driver.find_element("css selector", "aside .product").get_attribute("href")
    driver.get(link)
    driver.execute_async_script("setTimeout(arguments[0], 200)")
    assert material.SLASHED in text(driver, "#item")


def test_missing_pictures_and_items_are_shown_as_missing(pages: Path, driver: Any) -> None:
    opened(driver, pages, "conversation.html#c000002")
    assert "no picture" in text(driver, "aside")
    opened(driver, pages, "conversation.html#c000003")
    assert "Not in the catalog: gone" in text(driver, "aside")
    opened(driver, pages, "item.html#gone")
    assert "The catalog has no item with this id" in text(driver)
    opened(driver, pages, "conversation.html#nobody")
    assert "There is no conversation “nobody”" in text(driver)
    opened(driver, pages, "conversation.html#%E0%A4%A")  # an address cut short is no broken page
    assert "There is no conversation “%E0%A4%A”" in text(driver)
    (pages / "data" / "conversations-2.js").rename(pages / "data" / "away")
    opened(driver, pages, "conversation.html#c000011")
    (pages / "data" / "away").rename(pages / "data" / "conversations-2.js")
    assert "data/conversations-2.js is missing" in text(driver)


def test_a_conversation_shows_writer_profile_scores_rewriting_and_provenance(pages: Path, driver: Any) -> None:
    opened(driver, pages, "conversation.html#c000001")
    shown = text(driver)
    assert "Written by the offline model (offline/muse-offline-1)" in shown
    assert "Attend: Attend a garden party" in shown
    assert "light fabric" in shown
    assert "1 of 2" in text(driver, "aside")
    driver.find_element("css selector", ".rewriting summary").click()
    assert text(driver, ".changes").startswith("Before\nbefore\nAfter\n")
    assert text(driver, ".changes del") == "before"
    assert material.ARABIC in text(driver, ".changes ins")
    driver.find_element("css selector", ".tools button").click()
    driver.find_element("css selector", ".tools button").click()
    assert not driver.find_element("css selector", ".changes").is_displayed()
    assert "Judge: offline/judge, the offline model\nlogical coherence\n3.5" in text(driver, "aside")
    assert "Split\ntrain" in text(driver, "aside")
    opened(driver, pages, "conversation.html#c000004")
    assert "Not reviewed" in text(driver, "aside")
    assert len(driver.find_elements("css selector", ".shown .product.target")) == 2


def test_the_statistics_say_what_is_absent_and_what_others_published(pages: Path, driver: Any) -> None:
    opened(driver, pages, "statistics.html")
    lines = [row.text for row in driver.find_elements("css selector", "tr")]
    assert "conversations 12 8 2 2" in lines
    assert "retrieved 11 (92%) 7 (88%) 2 (100%) 2 (100%)" in lines
    assert "Sports 1 (8%) 1 (12%) 0 (0%) 0 (0%)" in lines
    assert "categories of target items 1 1 1 1" in lines
    assert "multimodal" not in text(driver)
    (pearl,) = [line for line in lines if line.startswith("PEARL")]
    assert pearl.startswith("PEARL not available here 57,277 dialogues, 548,061 utterances (Kim et al.")
    assert any(line.startswith("MUSE test computed 12 96 8.00") for line in lines)
    assert "optimize/low-score 3" in lines


def test_keys_find_the_search_and_turn_the_pages(pages: Path, driver: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    opened(driver, pages, "conversation.html#c000004")
    body = driver.find_element("tag name", "body")
    for key, heading in (
        (Keys.ARROW_RIGHT, "Ana Marsh 5"),
        (Keys.ARROW_LEFT, "Ana Marsh 4"),
        (Keys.ARROW_LEFT, "Ana Marsh 3"),
    ):
        body.send_keys(key)
        until(driver, "h1", heading)
    body.send_keys("/")
    driver.execute_async_script("setTimeout(arguments[0], 400)")
    assert "index.html" in driver.current_url
    assert driver.switch_to.active_element.get_attribute("name") == "q"
    opened(driver, pages, "index.html")
    driver.find_element("tag name", "body").send_keys(Keys.TAB)
    assert driver.switch_to.active_element.text == "Skip to the content"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("width", "dark"), [(360, False), (360, True), (1280, True)])
def test_pages_fit_the_screen_can_be_read_and_ask_for_nothing_outside(
    pages: Path, driver: Any, page: str, width: int, dark: bool
) -> None:
    driver.get_log("browser")  # what earlier pages said
    emulate(driver, width=width, dark=dark)
    opened(driver, pages, page)
    driver.execute_script("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    colours = driver.execute_script(
        "return [...document.querySelectorAll('p, dt, dd, h1, h2, h3, a, button, summary, caption, label, th, td,"
        " .chip, .text, mark, del, ins')]"
        ".filter((e) => e.getClientRects().length).map((e) => {"
        "let ground = e; const clear = 'rgba(0, 0, 0, 0)';"
        "while (ground && getComputedStyle(ground).backgroundColor === clear) ground = ground.parentElement;"
        "const ink = getComputedStyle(e);"
        "return [e.className + ' ' + e.textContent.slice(0, 40), ink.color,"
        " getComputedStyle(ground || document.body).backgroundColor]})"
    )
    assert len(colours) > 5
    assert [line for line in colours if contrast(line[1], line[2]) < 4.5] == []
    edges = driver.execute_script(
        "return [...document.querySelectorAll('input, select, button, .button')]"
        ".filter((e) => e.getClientRects().length)"
        ".map((e) => [e.outerHTML, getComputedStyle(e).borderColor, getComputedStyle(document.body).backgroundColor])"
    )
    assert [line for line in edges if contrast(line[1], line[2]) < 3] == []
    asked = driver.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert all(name.startswith("file://") for name in asked)
    assert [line for line in driver.get_log("browser") if line["level"] == "SEVERE"] == []


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two CSS colours (WCAG 2.1, 1.4.3)."""

    def luminance(colour: str) -> float:
        channels = [int(value) / 255 for value in re.findall(r"\d+", colour)[:3]]
        linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.slow
def test_seven_thousand_conversations_open_in_under_a_second(tmp_path: Path, driver: Any) -> None:
    made = [conversation(number, f"i{number}", f"i{number + 1}") for number in range(7000)]
    catalog = {each.item_id: each for each in (item(number) for number in range(7001))}
    splits = {"train": made[:5600], "validation": made[5600:6300], "test": made[6300:]}
    groups = {"checks": {}, "groups": {"count": 0, "largest": 0}, "near_duplicate": 0.5}
    content = Content(splits, catalog, {}, statistics_of(splits, list(catalog.values())), groups, [], {}, {})
    for name, written in site_files(content, 50):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written)
    emulate(driver, width=1280)
    for page in ("index.html", "index.html#q=marsh+6999", "conversation.html#c006999", "items.html", "item.html#i6999"):
        opened(driver, tmp_path, page)
        spent_ms = driver.execute_script("return performance.now()")
        assert spent_ms < 1000, page
    assert "Ana Marsh 6990" not in text(driver)
