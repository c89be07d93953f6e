"""The smoke dataset's first conversations with a real, small model of text: `make test-llm`.

It rambles, copies the prompt, answers with nothing. What matters: no step crashes, every record ends accepted or in
quarantine with a reason, and a replay without the server gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
import yaml

from muse.core.files import read_json
from muse.llm.store import Answer, Store
from workflow.dag import ROOT

PYTHON = ROOT / ".venv/llama/bin/python"
COUNT = 2
MOST_TOKENS, MOST_TOKENS_OF_A_JUDGE = 160, 480  # five marks with a reason each
MUSE = [sys.executable, "-c", "from muse.cli import main; main()"]
SEEN = "--items data/catalog/described.jsonl --images data/catalog/images"
STEPS = {
    "describe": "--items data/catalog/items.jsonl --images data/catalog/images --shard 1-of-100"
    " --categories data/catalog/categories.json --described {out}/described.jsonl"
    " --quarantine {out}/described.rejected.jsonl",
    "profiles": f"{SEEN} --reasons config/purchase_reasons.yaml --shard 1-of-1 --candidates {{out}}/candidates.jsonl",
    "converse": f"{SEEN} --profiles data/profiles.jsonl --index data/catalog/index --shard 1-of-1"
    " --conversations {out}/conversations.jsonl --rejections {out}/conversations.rejected.jsonl",
    "optimize": "--items data/catalog/described.jsonl --conversations {out}/conversations.jsonl"
    " --optimized {out}/optimized.jsonl --rejections {out}/optimized.rejected.jsonl",
    "judge": f"{SEEN} --conversations {{out}}/conversations.jsonl --dropped {{out}}/optimized.rejected.jsonl"
    " --out {out}/scores.csv --quarantine {out}/judge.rejected.jsonl",
}
SHARDS = {"describe": "-1-of-100", "profiles": "-1-of-1", "converse": "-1-of-1"}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.real_model,
    pytest.mark.skipif(not PYTHON.exists(), reason="no small model here: make test-llm installs it"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone with the smoke dataset's catalog, index and profiles, by the offline model."""
    clone = tmp_path_factory.mktemp("clone") / "muse"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    subprocess.run(
        ["snakemake", "--cores", "2", "--config", "scale=smoke", "--", "data/profiles.jsonl", "data/catalog/index"],
        cwd=clone, check=True, env={**os.environ, "PATH": path, "PYTHONPATH": str(clone / "src")},
    )  # fmt: skip
    return clone


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (tmp_path_factory.mktemp("server") / "log").open("wb") as log:
        command = [PYTHON, Path(__file__).with_name("small_model.py"), str(port)]
        # Its threads wait asleep: spinning, they crawl where others want the cores, too.
        server = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "OMP_WAIT_POLICY": "passive"})
        try:
            base = f"http://127.0.0.1:{port}/v1"
            for _ in range(600):
                assert server.poll() is None, Path(log.name).read_text()[-3000:]
                try:
                    httpx2.get(f"{base}/models")
                    break
                except httpx2.TransportError:
                    time.sleep(0.2)
            yield base
        finally:
            server.terminate()
            server.wait()
            took = resource.getrusage(resource.RUSAGE_CHILDREN)
            print(f"CPU time of all processes, the server's included: {took.ru_utime + took.ru_stime:.0f} s")


def run(folder: Path, out: str, url: str, mode: str) -> list[str]:
    """The steps, one after the other; the error that each ends with, or nothing."""
    config = yaml.safe_load((ROOT / "config/config.yaml").read_text())
    endpoint = config["llm"]["endpoints"]["offline"] | {
        "base_url": url, "timeout_s": 900, "max_concurrency": 2, "structured_output": "object", "max_image_px": None,
    }  # fmt: skip
    role = {"endpoint": "small", "model": "smollm2", "temperature": 0.7, "max_tokens": MOST_TOKENS}
    config["llm"] |= {"mode": mode, "concurrency": 2, "format_retries": 1, "endpoints": {"small": endpoint},
                      "roles": dict.fromkeys(config["llm"]["roles"], role)}  # fmt: skip
    config["llm"]["roles"]["judge"] = role | {"max_tokens": MOST_TOKENS_OF_A_JUDGE}
    config["profiles"] |= {"count": COUNT, "spare_share": 0.0}
    for opening in ("text", "multimodal"):
        config["dialogue"][opening] |= {"chat_rounds": 1, "max_rounds": 2}
    config["quality"]["compare"] = {}
    config["quality"]["judge"] |= {"sample": COUNT, "repeats": 1, "repeat_sample": 1}
    (folder / out).mkdir()
    (folder / out / "config.yaml").write_text(yaml.safe_dump(config))
    said = []
    for step, options in STEPS.items():
        command = [*MUSE, step, "--config", f"{out}/config.yaml", *options.format(out=out).split()]
        environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
        began = time.monotonic()
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        said.append(done.stderr.strip().splitlines()[-1].replace(out, "out") if done.returncode else "")
        assert done.returncode == 0 or said[-1].startswith("error: "), done.stderr
        print(f"{out}: {step} ended after {time.monotonic() - began:.0f} s {said[-1]}", flush=True)
    return said


def test_a_real_model_goes_through_every_step_and_is_replayed_byte_for_byte(folder: Path, url: str) -> None:
    ended = run(folder, "recorded", url, "record")
    shutil.copytree(folder / "work/usage", folder / "recorded/usage")
    assert run(folder, "replayed", "http://127.0.0.1:9/v1", "replay") == ended
    recorded, replayed = (
        {path.name: path.read_bytes() for path in (folder / out).iterdir() if path.suffix in {".jsonl", ".csv"}}
        for out in ("recorded", "replayed")
    )
    assert recorded == replayed
    scores = list(csv.DictReader(io.StringIO(recorded.pop("scores.csv").decode())))
    print(f"scores.csv: {len(scores)}")
    records = {name: list(map(json.loads, text.splitlines())) for name, text in recorded.items()}
    for name, found in sorted(records.items()):
        rejected = [each.get("rejection") or each for each in found]
        print(f"{name}: {len(found)} {dict(Counter(each['reason'] for each in rejected if 'detail' in each))}")
    for step in STEPS:
        print(
            step,
            *(
                json.dumps(client)
                for client in read_json(folder / f"recorded/usage/{step}{SHARDS.get(step, '')}.json")["clients"]
            ),
        )
    held, optimized = len(records["conversations.jsonl"]), len(records["optimized.jsonl"])
    assert held + len(records["conversations.rejected.jsonl"]) == COUNT
    assert optimized + len(records["optimized.rejected.jsonl"]) == held
    entries = list(Store(folder / "work/llm").entries())
    answered = Counter(entry.request["stage"] for entry in entries if isinstance(entry, Answer))
    assert {"describe", "profiles", "converse"} <= set(answered), answered
    assert not any(message["pictures"] for entry in entries for message in entry.request["messages"])
