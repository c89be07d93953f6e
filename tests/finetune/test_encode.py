"""Rows for the processor: prompts, pictures, the context's limit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import support

from muse.core.errors import MuseError
from muse.finetune.encode import BLANK_GREY, Encoder, Shelf
from muse.finetune.records import Example, Utterance

SAID = ("Hello there.", "What do you need?", "Something blue for a party.", "How about this?", "No, I want stripes.")
RESPOND = Example(
    example_id="c0-respond",
    task="respond",
    split="test",
    conversation_id="c0",
    target="i1",
    item_id="i1",
    dialogue=tuple(
        Utterance(speaker=("user", "assistant")[n % 2], action="chit-chat", text=text) for n, text in enumerate(SAID)
    ),
    text="Then take this one.",
    candidates=(),
    shown=(),
)
WISHES = "Something blue for a party. No, I want stripes."
RECOMMEND = RESPOND.model_copy(update={"task": "recommend", "text": WISHES, "candidates": ("i0", "i1", "i2")})


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    """Words are its tokens; a picture with its frame takes ten."""
    items = support.catalog(tmp_path, 4)
    shelf = Shelf({item.item_id: item for item in items}, tmp_path, 32)
    return Encoder(
        shelf,
        length=lambda text: len(text.split()),
        frame_tokens=10,
        context_tokens=100,
        query_tokens=50,
        dialogue_turns=4,
    )


def prompt_of(row: dict[str, list[dict[str, str]]]) -> str:
    return row["prompt"][0]["content"]


def test_response_row(encoder: Encoder) -> None:
    row = encoder.row(RESPOND)
    text = prompt_of(row)
    assert text.startswith("assistant: What do you need?\nuser: Something blue"), "the last four utterances"
    assert "Alder & Co Cotton Shirt No 1, $21.00" in text
    assert row["completion"][0]["content"] == "Then take this one."
    assert row["images"][0].size == (32, 32)


def test_ranking_rows_share_the_completion_and_show_no_dialogue(encoder: Encoder) -> None:
    rows = [encoder.row(RECOMMEND, candidate) for candidate in RECOMMEND.candidates]
    assert {row["completion"][0]["content"] for row in rows} == {WISHES}
    assert len({prompt_of(row) for row in rows}) == 3
    assert "party" not in prompt_of(rows[0])


def test_long_wishes_lose_their_first_sentences(encoder: Encoder) -> None:
    assert replace(encoder, query_tokens=9).completion(RECOMMEND) == WISHES
    short = replace(encoder, query_tokens=5)
    assert short.completion(RECOMMEND) == "No, I want stripes."
    assert short.shortened == {"c0-respond"}


def test_long_rows_lose_their_oldest_utterances_then_fail(encoder: Encoder) -> None:
    short = replace(encoder, context_tokens=40, shortened=set())
    assert prompt_of(short.row(RESPOND)).startswith("assistant: How about this?")
    assert short.shortened == {"c0-respond"}
    with pytest.raises(MuseError, match="longer than the context of 15 tokens"):
        replace(encoder, context_tokens=15).row(RESPOND)


def test_ablations_take_pictures_or_titles_away(encoder: Encoder) -> None:
    blank = replace(encoder, shelf=replace(encoder.shelf, blank=True)).row(RESPOND)
    assert blank["images"][0].getcolors() == [(32 * 32, BLANK_GREY)]
    assert prompt_of(blank) == prompt_of(encoder.row(RESPOND))
    untitled = replace(encoder, shelf=replace(encoder.shelf, titles=False)).row(RESPOND)
    assert "Alder" not in prompt_of(untitled)
    assert "$" not in prompt_of(untitled)
    assert untitled["images"][0].getcolors() == encoder.row(RESPOND)["images"][0].getcolors()


def test_a_missing_picture_is_named(encoder: Encoder, tmp_path: Path) -> None:
    (tmp_path / "i1.jpg").unlink()
    with pytest.raises(MuseError, match=r"i1\.jpg: no usable picture"):
        encoder.row(RESPOND)


def test_everything_is_checked_before_training(encoder: Encoder, tmp_path: Path) -> None:
    encoder.check([RESPOND, RECOMMEND])
    with pytest.raises(MuseError, match="context of 15"):
        replace(encoder, context_tokens=15).check([RESPOND])
    with pytest.raises(MuseError, match="1 items are not in the catalog, as i9"):
        encoder.check([RECOMMEND.model_copy(update={"candidates": ("i1", "i9")})])
    (tmp_path / "i2.jpg").unlink()
    with pytest.raises(MuseError, match=r"i2\.jpg: 1 of 3 pictures are missing"):
        encoder.check([RECOMMEND])
