from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
import support

from muse.core.errors import MuseError
from muse.llm.client import Client
from muse.quality import dialogues
from muse.quality.judge.pairwise import compare, pairs
from muse.quality.judge.sample import samples
from muse.quality.settings import QualitySettings
from quality.versions import both


def test_versions_of_a_conversation_meet_and_strangers_at_random(random: np.random.Generator) -> None:
    ours = dialogues.by_dataset(both([support.conversation(number) for number in range(6)]))
    ours["other"] = [
        dialogues.Dialogue(f"x{at}", "other", "human", "all", "", (dialogues.Utterance("user", "Hi"),))
        for at in range(4)
    ]
    found = pairs(ours, 5, random)
    same = [(a, b) for a, b in found if "other" not in (a.dataset, b.dataset)]
    assert len(same) == 5
    assert all(a.dialogue_id == b.dialogue_id for a, b in same)
    assert len(found) == 5 + 4 + 4


def test_both_orders_are_one_pair(client: Client, tmp_path: Path) -> None:
    pictures = {item.item_id: tmp_path / item.image for item in support.catalog(tmp_path)}
    one, other = both([support.conversation()])
    first, second = (
        asyncio.run(compare(client, "judge", a, b, pictures, most_images=4)) for a, b in ((one, other), (other, one))
    )
    assert first.pair == second.pair
    assert (first.first_dataset, second.first_dataset) == ("muse", "muse before rewriting")
    assert first.scripted
    assert first.winner in {"first", "second", "tie"}
    assert first.first_tokens == dialogues.length(one)


def test_an_empty_dialogue_loses(client: Client) -> None:
    one = dialogues.released(support.conversation())
    empty = dialogues.Dialogue("e", "empty", "human", "all", "", (dialogues.Utterance("user", ""),))
    found = asyncio.run(compare(client, "judge", empty, one, {}, most_images=0))
    assert found.winner == "second"


def test_an_unknown_role_is_named(client: Client) -> None:
    one = dialogues.released(support.conversation())
    with pytest.raises(MuseError, match="no role 'arbiter'"):
        asyncio.run(compare(client, "arbiter", one, one, {}, most_images=0))


def test_versions_are_of_the_same_sample(settings: QualitySettings) -> None:
    records = [support.conversation(number) for number in range(30)]
    found = samples(records[:-2], records[-2:], [], settings.judge, 1)
    ids = [[dialogue.dialogue_id for dialogue in group] for group in found.values()]
    assert list(found) == [
        "muse", "muse before rewriting", "muse without pictures", "muse dropped by the reviewer",
    ]  # fmt: skip
    assert ids[0] == ids[1] == ids[2]
    assert len(ids[0]) == settings.judge.sample
    assert ids[3] == ["c000028", "c000029"]
    assert all(not utterance.images for dialogue in found["muse without pictures"] for utterance in dialogue.utterances)
