from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from support import conversation, profile

from muse.core.errors import MuseError
from muse.core.records import Conversation, Profile, Rejection
from muse.optimize.effect import effect
from muse.optimize.gathering import gather, report


def rejection(number: int, reason: str = "review-below-threshold") -> Rejection:
    return Rejection(record_id=f"c{number:06d}", stage="optimize", reason=reason, detail="")


async def hold(profiles: list[Profile]) -> list[Conversation | Rejection]:
    """Every second spare profile is rejected."""
    numbers = [int(record.profile_id[1:]) for record in profiles]
    return [conversation(number) if number % 2 else rejection(number) for number in numbers]


def test_exactly_as_many_as_wanted_in_order_of_ids() -> None:
    begun = [conversation(number) for number in (3, 0, 1)]
    spare = [profile(number) for number in range(4, 12)]
    gathered = asyncio.run(gather(begun, [rejection(2)], spare, 5, hold, where=Path("p")))
    # Two are missing: 4 and 5 are tried (5 is good), then 6, then 7.
    assert [record.conversation_id for record in gathered.conversations] == [
        "c000000", "c000001", "c000003", "c000005", "c000007",
    ]  # fmt: skip
    assert [record.record_id for record in gathered.rejections] == ["c000002", "c000004", "c000006"]


def test_no_spare_is_used_where_none_is_missing() -> None:
    gathered = asyncio.run(
        gather([conversation(0)], [], [profile(1)], 1, lambda _: pytest.fail("asked"), where=Path("p"))
    )
    assert len(gathered.conversations) == 1


def test_too_few_says_how_many_and_why() -> None:
    with pytest.raises(MuseError, match=r"1 conversations of 3: 2 were rejected \(2 review-below-threshold\)"):
        asyncio.run(gather([], [rejection(0)], [profile(1), profile(2)], 3, hold, where=Path("p")))


def test_the_report_counts_what_became_of_all() -> None:
    counts = report(asyncio.run(gather([conversation(0)], [rejection(1)], [], 1, hold, where=Path("p"))))
    assert counts["conversations"] == 1
    assert counts["utterances"] == 8
    assert counts["reached"] == {"retrieved": 1}
    assert counts["actions"] == {"accept": 1, "chit-chat": 4, "recommend": 2, "reject": 1}
    assert counts["rejected"] == {"optimize/review-below-threshold": 1}
    assert counts["review_totals"] == {"5": 1}
    assert counts["scripted"] is True


def test_the_effect_compares_the_texts_before_and_after() -> None:
    turns = [
        turn.model_copy(update={"text": "one two three", "original_text": "one two"}) for turn in conversation().turns
    ]
    measured = effect(turns)
    assert measured["rewritten_share"] == 1.0
    assert (measured["before"]["words_per_utterance"], measured["after"]["words_per_utterance"]) == (2.0, 3.0)
