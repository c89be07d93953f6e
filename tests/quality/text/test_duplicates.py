from __future__ import annotations

from muse.quality.dialogues import Dialogue, Utterance
from muse.quality.text.duplicates import duplicates


def dialogue(text: str) -> Dialogue:
    return Dialogue("d", "x", "w", "all", "", (Utterance("user", text),))


LONG = " ".join(f"word{at}" for at in range(60))


def test_copies_and_near_copies_by_hand() -> None:
    # 56 shingles of five; a changed last word leaves 55 in common of 57: .965.
    near = LONG.replace("word59", "changed")
    other = " ".join(f"other{at}" for at in range(60))
    found = duplicates([dialogue(text) for text in (LONG, LONG, near, other)], 0.9)
    assert found == {"dialogues": 4, "exact_share": 0.5, "near_share": 0.75}


def test_what_is_less_similar_than_asked_is_none() -> None:
    half = " ".join([*LONG.split()[:40], *(f"new{at}" for at in range(20))])
    assert duplicates([dialogue(LONG), dialogue(half)], 0.9)["near_share"] == 0


def test_short_and_no_dialogues() -> None:
    assert duplicates([dialogue("Hi"), dialogue("Hi")], 0.9)["exact_share"] == 1
    assert duplicates([], 0.9) == {"dialogues": 0, "exact_share": None, "near_share": None}
