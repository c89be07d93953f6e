from __future__ import annotations

import asyncio
from pathlib import Path

import support

from muse.llm.client import Client
from muse.quality import dialogues
from muse.quality.judge.rubric import NAMES
from muse.quality.judge.score import judge, transcript


def test_the_transcript_names_the_pictures_that_go_with_it() -> None:
    dialogue = dialogues.released(support.conversation())
    pictures = {"i0": Path("i0.jpg"), "i1": Path("i1.jpg")}
    lines, shown = transcript(dialogue, pictures, most=5)
    assert shown == {"picture 1": Path("i0.jpg"), "picture 2": Path("i1.jpg")}
    assert lines[3].startswith("assistant [shows picture 1]: This cotton")
    assert lines[6].startswith("user [shows picture 2]: Yes")
    assert lines[0].startswith("user: Hello")


def test_pictures_beyond_the_limit_or_unknown_are_left_out() -> None:
    dialogue = dialogues.released(support.conversation())
    assert list(transcript(dialogue, {"i0": Path("i0.jpg"), "i1": Path("i1.jpg")}, most=1)[1]) == ["picture 1"]
    assert transcript(dialogue, {}, most=5)[1] == {}


def test_five_scores_labelled_as_scripted(client: Client, tmp_path: Path) -> None:
    pictures = {item.item_id: tmp_path / item.image for item in support.catalog(tmp_path)}
    dialogue = dialogues.released(support.conversation())
    scores = asyncio.run(judge(client, "judge", dialogue, pictures, repeat=1, most_images=4))
    assert tuple(score.dimension for score in scores) == NAMES
    assert all(1 <= score.score <= 5 and score.scripted and score.repeat == 1 for score in scores)
    assert all(score.reason.startswith("Scripted heuristic") for score in scores)
    assert {score.judge for score in scores} == {"offline/muse-offline-1"}
