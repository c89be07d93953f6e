from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from support import conversation, item

from dataset import material
from dataset.browser import opened, text, until
from dataset.material import said
from muse.dataset.site.words import word_index, words


def test_words_lose_case_accents_and_marks() -> None:
    assert words("Café D'ÉTÉ, don't_x 12-3") == ["cafe", "d", "ete", "don", "t_x", "12", "3"]
    assert words(f"{material.ARABIC}") == ["قميص", "قطني", "ازرق"]
    assert words("...") == []


def test_the_word_index_by_hand() -> None:
    made = [said(conversation(n, "i1"), 0, text="Zebra" if n in {0, 37, 38} else "Hello") for n in range(39)]
    index = word_index(made, {"i1": item(1)})
    assert index["words"] == sorted(index["words"])
    places = dict(zip(index["words"], index["places"], strict=True))
    assert places["zebra"] == "0 11 1"  # 0, 0 + 37, 37 + 1
    assert places["c000038"] == "12"
    assert len(places["alder"].split()) == 39  # from the title of i1; of i0 only the id is known
    assert "wash" not in places


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("LOVELY short", 12),  # of the utterances; each word may stand elsewhere
        ("garden part", 12),  # a beginning is enough
        ("arden", 0),  # the middle of a word is not
        ("Anä Marsh c000007", 1),  # name, without accents
        ("teach", 12),  # profession
        ("female 34", 12),
        ("male", 0),
        ("\u0642\u0645\u064a\u0635", 2),  # title of the target; an utterance
        ("c000003", 1),
        ("i5", 2),  # item id
        ("word4999", 1),
        ("onerror", 1),
        ("garden nowhere", 0),
    ],
)
def test_a_search_reads_all_that_a_conversation_says(pages: Path, driver: Any, typed: str, found: int) -> None:
    opened(driver, pages, f"index.html#q={quote(typed)}")
    until(driver, "#found", f"{found} conversation{'' if found == 1 else 's'}")


def test_the_words_that_were_searched_for_are_marked_and_the_neighbours_are_those_found(
    pages: Path, driver: Any
) -> None:
    opened(driver, pages, "index.html#q=GARDE&split=validation")
    until(driver, "#found", "2 conversations")
    driver.find_element("css selector", ".card a").click()
    until(driver, ".pages span", "1 of 2 found")
    assert driver.current_url.endswith("conversation.html#c000008?q=GARDE&split=validation")
    assert {mark.text.lower() for mark in driver.find_elements("css selector", "mark")} == {"garden"}
    assert driver.find_elements("css selector", "a[rel=prev]") == []
    driver.find_element("css selector", "a[rel=next]").click()
    until(driver, ".pages span", "2 of 2 found")
    driver.find_element("css selector", ".pages a").click()
    until(driver, "#found", "2 conversations")
    # A conversation that the search does not find has its neighbours of the whole dataset.
    opened(driver, pages, "conversation.html#c000000?q=GARDE&split=validation")
    assert text(driver, ".pages span") == "1 of 12"


def test_a_search_without_its_words_says_so(pages: Path, driver: Any) -> None:
    (pages / "data" / "words.js").rename(pages / "data" / "away")
    opened(driver, pages, "index.html#q=garden")
    (pages / "data" / "away").rename(pages / "data" / "words.js")
    assert text(driver, "#found") == "Nothing can be searched for: data/words.js is missing."
