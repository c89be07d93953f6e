"""The steps on files, with the offline model: shards, kills, a model that answers nonsense, small catalogs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx2
import pytest
import support
import yaml
from click.testing import CliRunner

from dialogue import held
from dialogue.held import WordIndex
from muse.config import load
from muse.core.files import read_jsonl, write_jsonl
from muse.core.records import Conversation, Item, Profile, Rejection
from muse.offline.transport import OfflineTransport
from muse.steps import _dialogue, _models, converse, gather_conversations, optimize

ROOT = Path(__file__).parents[2]
WANTED, SPARE = 20, 6
MUDDLED = {f"Ana Marsh {number}" for number in range(3, WANTED + SPARE, 10)}  # one record in ten


class Muddled(OfflineTransport):
    """Answers nonsense whenever it speaks for, or of, some persons."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        asked = (await request.aread()).decode()
        if any(f"Name: {name}\\n" in asked for name in MUDDLED):
            completion = json.loads(response.content)
            completion["choices"][0]["message"]["content"] = "Purple monkey {dishwasher"
            return httpx2.Response(200, json=completion)
        return response


@pytest.fixture(autouse=True)
def search_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_dialogue, "Index", WordIndex)


def prepared(folder: Path, items: int = 8, **dialogue: Any) -> Path:
    catalog = support.catalog(folder / "images", items)
    write_jsonl(folder / "items.jsonl", catalog)
    targets = [catalog[number % items] for number in range(WANTED + SPARE)]
    made = [support.profile(number, target.item_id) for number, target in enumerate(targets)]
    profiles = [one.model_copy(update={"category": item.category}) for one, item in zip(made, targets, strict=True)]
    write_jsonl(folder / "profiles.jsonl", profiles)
    values = load(folder=ROOT / "config")
    sections = {name: values[name] for name in ("seed", "llm", "profiles", "dialogue", "optimizer")}
    sections["profiles"] = sections["profiles"] | {"count": WANTED}
    sections["dialogue"] = sections["dialogue"] | dialogue
    (folder / "config.yaml").write_text(yaml.safe_dump(sections))
    return folder


def arguments(folder: Path, *, images: bool) -> list[str]:
    given = {"--config": folder / "config.yaml", "--items": folder / "items.jsonl"}
    given |= {"--images": folder / "images", "--index": folder / "items.jsonl"} if images else {}
    return [str(part) for pair in given.items() for part in pair]


def converse_arguments(folder: Path, shard: str, out: Path) -> list[str]:
    where = ["--profiles", folder / "profiles.jsonl", "--shard", shard, "--conversations", out / f"{shard}.jsonl"]
    return [*arguments(folder, images=True), *map(str, [*where, "--rejections", out / f"{shard}.no"])]


def run(command: Any, given: list[str]) -> None:
    CliRunner().invoke(command, given, catch_exceptions=False)


def made(folder: Path, shards: int, out: Path) -> tuple[bytes, bytes, dict[str, Any]]:
    """The bytes of the conversations and of the quarantine, and the report."""
    optimized, rejected = [], []
    for number in reversed(range(1, shards + 1)):
        shard = f"{number}-of-{shards}"
        run(converse.main, converse_arguments(folder, shard, out))
        files = ["--conversations", out / f"{shard}.jsonl", "--optimized", out / f"{shard}.good"]
        run(
            optimize.main, [*arguments(folder, images=False), *map(str, [*files, "--rejections", out / f"{shard}.bad"])]
        )
        optimized += ["--optimized", out / f"{shard}.good"]
        rejected += ["--rejections", out / f"{shard}.no", "--rejections", out / f"{shard}.bad"]
    results = [out / name for name in ("all.jsonl", "quarantine.jsonl", "report.json")]
    files = ["--profiles", folder / "profiles.jsonl", *optimized, *rejected, "--conversations", results[0]]
    files += ["--quarantine", results[1], "--report", results[2]]
    run(gather_conversations.main, [*arguments(folder, images=True), *map(str, files)])
    return results[0].read_bytes(), results[1].read_bytes(), json.loads(results[2].read_text())


def test_the_number_of_shards_changes_no_byte(tmp_path: Path) -> None:
    folder = prepared(tmp_path)
    one, three, four = (made(folder, shards, tmp_path / str(shards)) for shards in (1, 3, 4))
    assert one == three == four
    held_ = read_jsonl(tmp_path / "4" / "all.jsonl", Conversation)
    assert len({talk.conversation_id for talk in held_}) == len(held_) == WANTED
    for talk in held_:
        roles = {"user", "recommender", "manager", "rewriter", "checker", "reviewer"}
        assert talk.provenance.models == dict.fromkeys(roles, "offline/muse-offline-1")
        assert all(turn.cost and turn.cost.calls >= 2 and turn.cost.prompt_tokens for turn in talk.turns)
        searched = [turn for turn in talk.turns if turn.action == "recommend"]
        if talk.reached == "revealed":
            assert searched.pop().query is None
        assert all(turn.query for turn in searched)


def test_a_model_that_answers_nonsense_for_one_record_in_ten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_models, "OfflineTransport", Muddled)
    folder = prepared(tmp_path)
    _, _, report = made(folder, 3, tmp_path / "out")
    kept = read_jsonl(tmp_path / "out" / "all.jsonl", Conversation)
    assert len(kept) == report["conversations"] == WANTED
    assert not {talk.profile.persona.name for talk in kept} & MUDDLED
    lost = read_jsonl(tmp_path / "out" / "quarantine.jsonl", Rejection)
    assert Counter(one.reason for one in lost) == {"unusable-answer": 2}  # p3 and p13; the spare p23 is not needed
    assert report["rejected"] == {"converse/unusable-answer": 2}


@pytest.mark.parametrize("items", [3, 1])
def test_the_smallest_catalogs_give_conversations_or_say_why_not(tmp_path: Path, items: int) -> None:
    folder = prepared(tmp_path, items)
    if items > 1:
        assert len(made(folder, 1, tmp_path / "out")[0].splitlines()) == WANTED
    else:  # the only item is the target: found at once
        made(folder, 1, tmp_path / "out")
        assert {talk.reached for talk in read_jsonl(tmp_path / "out" / "all.jsonl", Conversation)} == {"retrieved"}


def test_a_target_alone_in_its_category(tmp_path: Path) -> None:
    folder = prepared(tmp_path)
    first, *others = read_jsonl(folder / "items.jsonl", Item)
    lone = first.model_copy(update={"categories": (*first.categories[:-1], "Ponchos")})
    write_jsonl(folder / "items.jsonl", [lone, *others])
    profiles = [
        one.model_copy(update={"category": "Ponchos"}) if one.target_item == lone.item_id else one
        for one in read_jsonl(folder / "profiles.jsonl", Profile)
    ]
    write_jsonl(folder / "profiles.jsonl", profiles)
    made(folder, 2, tmp_path / "out")
    kept = read_jsonl(tmp_path / "out" / "all.jsonl", Conversation)
    assert len(kept) == WANTED
    assert {talk.reached for talk in kept if talk.profile.category == "Ponchos"} <= {"retrieved", "revealed"}


def test_the_honest_variant_and_the_wanderings_run_through_all_steps(tmp_path: Path) -> None:
    rates = dict.fromkeys(("change_mind", "ask_price", "ask_size", "ask_care", "compare", "clarify"), 1.0)
    folder = prepared(tmp_path, 40, reveal_target=False, wanderings=rates, multimodal_share=0.0, top_k=2)
    made(folder, 1, tmp_path / "out")
    kept = read_jsonl(tmp_path / "out" / "all.jsonl", Conversation)
    reached = Counter(talk.reached for talk in kept)
    assert set(reached) == {"retrieved", "not reached"}
    for talk in kept:
        assert talk.turns[-1].action == ("accept" if talk.reached == "retrieved" else "reject")
    plain = prepared(tmp_path / "plain", 40, reveal_target=False, multimodal_share=0.0, top_k=2)
    made(plain, 1, tmp_path / "plain" / "out")
    shorter = read_jsonl(tmp_path / "plain" / "out" / "all.jsonl", Conversation)
    assert sum(len(talk.turns) for talk in kept) > 1.3 * sum(len(talk.turns) for talk in shorter)


@pytest.mark.slow
def test_a_shard_killed_at_any_moment_and_run_again_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = prepared(tmp_path)

    def start(out: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, held.__file__, *converse_arguments(folder, "1-of-2", out)]
        return subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT / "tests")})

    began = time.monotonic()
    assert start(tmp_path / "whole").wait() == 0
    took = time.monotonic() - began
    whole = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    assert len(whole["1-of-2.jsonl"].splitlines()) == WANTED // 2
    for share in (0.3, 0.6, 0.8, 0.9, 0.95, 1.0):
        process = start(tmp_path / "killed")
        time.sleep(share * took)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name, data in whole.items():  # whole or not there at all
            path = tmp_path / "killed" / name
            assert not path.exists() or path.read_bytes() == data
    assert start(tmp_path / "killed").wait() == 0
    assert {name: (tmp_path / "killed" / name).read_bytes() for name in whole} == whole
