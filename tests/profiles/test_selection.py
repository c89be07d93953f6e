from __future__ import annotations

import asyncio

import pytest
import support

from muse.core.errors import MuseError
from muse.core.records import Rejection
from muse.profiles.candidates import Candidate, candidate_id
from muse.profiles.selection import Selection, select
from profiles.made import settings

TEXTS = (
    "one two three four five six", "seven eight nine ten eleven", "a b c d e f g", "red green blue white black pink",
    "north south east west up down", "do re mi fa sol la si", "mon tue wed thu fri sat sun", "jan feb mar apr may jun",
    "oak elm ash fir yew pine", "cat dog cow hen pig fox", "iron zinc lead gold tin", "rice rye oats corn wheat",
)  # fmt: skip


def accepted(index: int, text: str) -> Candidate:
    made = support.profile(index).model_copy(update={"scenario": text})
    return Candidate(profile=made, rejection=None, judged=2, written=1)


def rejected(index: int) -> Candidate:
    held = Rejection(record_id=candidate_id(index), stage="profiles", reason="implausible", detail="")
    return Candidate(profile=None, rejection=held, judged=0, written=0)


class More:
    """Writes the candidates of further indices and keeps which were asked for."""

    def __init__(self, start: int = 6) -> None:
        self.start, self.asked = start, []

    async def __call__(self, indices: range) -> list[Candidate]:
        self.asked.append(indices)
        return [accepted(index, TEXTS[index]) for index in indices]


def chosen(candidates: list[Candidate], more: More, **changes: object) -> Selection:
    return asyncio.run(select(candidates, settings(count=5, spare_share=0.2, **changes), more))


def test_enough_candidates_need_no_more() -> None:
    more = More()
    selection = chosen([accepted(k, TEXTS[k]) for k in range(6)], more)
    assert [profile.profile_id for profile in selection.profiles] == [candidate_id(k) for k in range(6)]
    assert more.asked == []


def test_lost_ones_are_topped_up_with_the_next_indices() -> None:
    copies = [accepted(4, TEXTS[0]), accepted(5, TEXTS[1])]
    given = [accepted(0, TEXTS[0]), accepted(1, TEXTS[1]), rejected(2), accepted(3, TEXTS[3]), *copies]
    more = More()
    selection = chosen(given, more)
    assert [profile.profile_id for profile in selection.profiles] == [candidate_id(k) for k in (0, 1, 3, 6, 7, 8)]
    assert more.asked == [range(6, 9)]
    assert [(held.record_id, held.reason) for held in selection.rejections] == [
        ("p000002", "implausible"), ("p000004", "near-duplicate"), ("p000005", "near-duplicate")
    ]  # fmt: skip
    assert "BLEU 1.000 against p000000" in selection.rejections[1].detail
    assert selection.counts["rejected"] == {"implausible": 1, "near-duplicate": 2}
    assert (selection.counts["candidates"], selection.counts["profiles"]) == (9, 6)


def test_the_order_of_the_candidates_does_not_matter() -> None:
    given = [accepted(0, TEXTS[0]), accepted(1, TEXTS[0]), *(accepted(k, TEXTS[k]) for k in range(2, 6))]
    assert chosen(given[::-1], More()) == chosen(given, More())


def test_a_copy_of_a_dropped_text_is_compared_with_those_kept_alone() -> None:
    # b shares much with a, c with b but not with a: b is dropped, so c stays
    a, b, c = "1 2 3 4 5 6 7 8", "1 2 3 4 5 6 x y z w", "5 6 x y z w q r"
    given = [accepted(0, a), accepted(1, b), accepted(2, c), *(accepted(k, TEXTS[k]) for k in range(3, 6))]
    kept = [profile.profile_id for profile in chosen(given, More(), max_bleu=0.4).profiles]
    assert "p000001" not in kept
    assert "p000002" in kept


def test_too_few_is_an_error_that_says_how_many_and_why() -> None:
    class Copies(More):
        async def __call__(self, indices: range) -> list[Candidate]:
            return [accepted(index, TEXTS[0]) for index in indices]

    given = [accepted(0, TEXTS[0]), *(rejected(k) for k in range(1, 6))]
    with pytest.raises(MuseError, match=r"only 1 of 6 profiles after \d+ candidates; rejected: .*near-duplicate"):
        chosen(given, Copies(), max_candidates_per_profile=2)
