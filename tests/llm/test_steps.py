"""A step as its user runs it, in a process of its own: its money, its store, and its key."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import support
import yaml

from llm.faulty import serving as faulty
from muse.core.files import write_jsonl
from muse.offline.faults import Faults
from muse.offline.serve import serving
from workflow.dag import ROOT

KEY = "sk-" + "x7" * 8 + "/" + "q9" * 8  # in no source file as such
ITEMS = 40
pytestmark = pytest.mark.slow
MUSE = [sys.executable, "-c", "from muse.cli import main; main()"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Items, pictures and categories for `muse describe`."""
    items = support.catalog(tmp_path / "images", ITEMS)
    write_jsonl(tmp_path / "items.jsonl", items)
    kept = {item.category: {"kept": True} for item in items}
    (tmp_path / "categories.json").write_text(json.dumps(kept))
    return tmp_path


def llm(url: str, **changes: object) -> dict[str, Any]:
    """The configuration's section `llm` with this server, dollars a million tokens, in place of the offline model."""
    section = yaml.safe_load((ROOT / "config/config.yaml").read_text())["llm"]
    prices = {"muse-offline-1": {"input_usd_per_million": 100.0, "output_usd_per_million": 100.0}}
    endpoint = {"base_url": url, "key_env": "TEST_LLM_KEY", "timeout_s": 120, "prices": prices}
    section["endpoints"]["offline"] |= endpoint
    return section | {"mode": "record", "concurrency": 4, **changes}


def describe(folder: Path, url: str, **changes: object) -> list[str]:
    """The command, its configuration written."""
    (folder / "config.yaml").write_text(yaml.safe_dump({"seed": 1, "llm": llm(url, **changes)}))
    return [*MUSE, "describe", "--config", "config.yaml", "--items", "items.jsonl", "--images", "images",
            "--categories", "categories.json", "--shard", "1-of-1", "--described", "described.jsonl",
            "--quarantine", "quarantine.jsonl"]  # fmt: skip


class Counted(Faults):
    """No fault; counts each request."""

    def next(self, request: bytes) -> str | None:
        self.asked[request] += 1
        return None


def test_a_run_forecasts_stops_before_its_limit_goes_on_when_it_is_raised_and_is_replayed_without_key(
    folder: Path,
) -> None:
    server = Counted({}, 1, 0.0, 0.0)
    server.asked = Counter()

    async def run(command: list[str], **environment: str) -> tuple[int | None, str]:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=folder, env={**os.environ, **environment}, stderr=asyncio.subprocess.PIPE
        )
        _, said = await process.communicate()
        return process.returncode, said.decode()

    async def runs() -> list[tuple[int | None, str]]:
        async with serving(0, server) as port:
            url = f"http://127.0.0.1:{port}/v1"
            stopped = await run(describe(folder, url, max_cost_usd=2.0), TEST_LLM_KEY=KEY)
            paid.append(server.asked.total())
            ended = await run(describe(folder, url, max_cost_usd=10.0), TEST_LLM_KEY=KEY)
            paid.append(server.asked.total())
        (folder / "described.jsonl").rename(folder / "recorded.jsonl")
        return [stopped, ended, await run(describe(folder, "http://127.0.0.1:9/v1", mode="replay"))]

    paid: list[int] = []
    (stop, why), (end, told), (replay, problem) = asyncio.run(runs())

    spent = sum(float(line) for line in (folder / "work/llm/spent").read_text().split())
    assert stop == 2
    assert re.search(r"error: .*max_cost_usd of 2 would be passed \(.* \(raise it and run again", why)
    assert "Traceback" not in why
    assert 10 < paid[0] < ITEMS
    assert "describe: forecast from 10 records: about $" in why
    assert (end, paid[1]) == (0, ITEMS), told
    assert set(server.asked.values()) == {1}
    usage = json.loads((folder / "work/usage/describe-1-of-1.json").read_text())["clients"][0]["roles"]["describer"]
    assert (replay, usage["answers"]["calls"], usage["paid"]["calls"]) == (0, ITEMS, 0), problem
    assert spent == pytest.approx(usage["answers"]["cost_usd"], abs=1e-6)
    assert spent > 2.0
    assert (folder / "described.jsonl").read_bytes() == (folder / "recorded.jsonl").read_bytes()
    assert (folder / "quarantine.jsonl").read_text() == ""


def written(folder: Path, *printed: str) -> Iterator[tuple[str, bytes]]:
    """All that a run left and printed. The key's slash may be written as JSON does, so it is looked for in halves."""
    yield from ((f"printed {number}", text.encode()) for number, text in enumerate(printed))
    for path in folder.rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            yield str(path), path.read_bytes()


def leaks(folder: Path, *printed: str) -> list[str]:
    halves = [half.encode() for half in KEY.split("/")]
    return [place for place, content in written(folder, *printed) if any(half in content for half in halves)]


QUOTES = ["quote:500", "quote:429", "quote:400", "quote:refusal", "quote:200", "quote:text", "quote:403", "quote:503"]


@pytest.mark.parametrize(
    ("script", "output", "status", "expected"),
    [
        (QUOTES * 60, "described.jsonl", 0, b'"status-400"'),  # each way of failing, to the end
        (["quote:401"] * 100, "described.jsonl", 2, b"18 of the first 18 calls failed"),  # stops at once
        (QUOTES * 60, "items.jsonl/x", 1, b"Traceback"),  # crashes when it writes
    ],
)
def test_the_key_is_in_nothing_that_a_failing_run_writes(
    script: list[str], output: str, status: int, expected: bytes, folder: Path
) -> None:
    with faulty(*script) as server:
        retry = {"attempts": 3, "first_wait_s": 0.01, "longest_wait_s": 0.02}
        command = [output if word == "described.jsonl" else word for word in describe(folder, server.url, retry=retry)]
        environment = {**os.environ, "TEST_LLM_KEY": f"{KEY}\n"}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert server.calls[0][1]["authorization"] == f"Bearer {KEY}"
    assert done.returncode == status, done.stderr
    everything = b"".join(content for _, content in written(folder, done.stdout, done.stderr))
    assert expected in everything
    assert b"[key]" in everything  # it was quoted, and seen
    assert leaks(folder, done.stdout, done.stderr) == []


def test_a_key_that_no_header_can_carry_is_named_by_its_variable_alone(folder: Path) -> None:
    environment = {**os.environ, "TEST_LLM_KEY": f"{KEY}\n{KEY}"}
    command = describe(folder, "http://127.0.0.1:9/v1")
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "TEST_LLM_KEY" in done.stderr) == (2, True), done.stderr
    assert leaks(folder, done.stdout, done.stderr) == []


def test_the_key_is_in_nothing_that_a_failing_workflow_writes(tmp_path: Path) -> None:
    clone = tmp_path / "muse"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    base, smoke = clone / "config/config.yaml", clone / "config/scales/smoke.yaml"
    with faulty(*["good:{}"] * 3, *QUOTES * 200) as server:
        retry = {"attempts": 2, "first_wait_s": 0.01, "longest_wait_s": 0.02}
        changes = {"shards": 2, "llm": llm(server.url, retry=retry), "catalog": {"rendered": {"items": 40}}}
        base.write_text(yaml.safe_dump(yaml.safe_load(base.read_text()) | {"scale": "smoke"}))
        smoke.write_text(yaml.safe_dump(changes))
        path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
        environment = {**os.environ, "TEST_LLM_KEY": KEY, "PATH": path, "PYTHONPATH": str(clone / "src")}
        command = ["snakemake", "--cores", "2", "--keep-going", "dataset"]
        done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
        assert server.calls, done.stderr
    assert done.returncode != 0
    assert (clone / "work/logs/categories.log").exists()
    assert any(b"[key]" in content for _, content in written(clone))
    assert leaks(clone, done.stdout, done.stderr) == []
    shutil.rmtree(clone)
