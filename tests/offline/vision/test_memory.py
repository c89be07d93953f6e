from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from muse.offline.sight import Sight
from muse.offline.vision import eye, memory, remember, see
from muse.offline.vision.memory import Memory

SIGHT = Sight("dress", ("navy", "sky blue"), "polka dots", {"sleeves": "long", "neckline": "V"}, 0.875, 0.333)
KEEPER = """
import sys
from pathlib import Path
from muse.offline.sight import Sight
from muse.offline.vision.memory import Memory
kept = Memory(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    kept.put(f"{sys.argv[2]}-{number}", Sight("dress", ("navy",), "plain", {"sleeves": "long"}, 0.5, number / 1000))
"""


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Nothing seen or kept before the test is known in it, nor the other way round."""
    seen, memories = dict(eye._seen), list(eye._memories)
    eye._seen.clear()
    eye._memories.clear()
    yield
    eye._seen.clear()
    eye._seen.update(seen)
    eye._memories[:] = memories


def keeper(folder: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", KEEPER, str(folder), name, str(count)])


def file_of(folder: Path) -> Path:
    [path] = folder.rglob("*.jsonl")
    return path


def test_comes_back_as_it_was_put(tmp_path: Path) -> None:
    Memory(tmp_path).put("d", SIGHT)
    again = Memory(tmp_path).get("d")
    assert again == SIGHT
    assert list((again or SIGHT).details) == list(SIGHT.details)
    assert Memory(tmp_path).get("e") is None


def test_a_picture_seen_by_one_process_is_not_looked_at_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(data, "PNG")
    remember(tmp_path)
    first = see(data.getvalue())
    eye._seen.clear()
    remember(tmp_path)
    monkeypatch.setattr(eye, "decode", lambda picture: pytest.fail("looked again"))
    assert see(data.getvalue()) == first


def test_what_was_cut_off_or_spoilt_is_passed_over(tmp_path: Path) -> None:
    Memory(tmp_path).put("d", SIGHT)
    path = file_of(tmp_path)
    whole = path.read_bytes()
    for end in range(len(whole) - 1):
        path.write_bytes(whole[:end])
        assert Memory(tmp_path).get("d") in (None, SIGHT)
    path.write_bytes(whole[:-30])
    Memory(tmp_path).put("e", SIGHT)  # after the half line, in the same file
    path.write_bytes(path.read_bytes() + b'\xff\n[1]\n{"digest": "f", "sight": {"garment": 1}}\n')
    kept = Memory(tmp_path)
    assert (kept.get("d"), kept.get("e"), kept.get("f")) == (None, SIGHT, None)


def test_another_eye_starts_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Memory(tmp_path).put("d", SIGHT)
    monkeypatch.setattr(memory, "eye_version", lambda: "other")
    assert Memory(tmp_path).get("d") is None


def test_processes_that_keep_at_once_lose_nothing(tmp_path: Path) -> None:
    keepers = [keeper(tmp_path, name, 300) for name in ("a", "b", "c")]
    assert [process.wait() for process in keepers] == [0, 0, 0]
    kept = Memory(tmp_path)
    assert all(kept.get(f"{name}-{number}") for name in ("a", "b", "c") for number in range(300))


def test_a_killed_process_leaves_only_whole_sights(tmp_path: Path) -> None:
    process = keeper(tmp_path, "a", 1_000_000)
    while not list(tmp_path.rglob("*.jsonl")):
        time.sleep(0.01)
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    lines = [line for line in file_of(tmp_path).read_text().splitlines() if line]
    kept = Memory(tmp_path)
    for line in lines[:-1]:
        told = json.loads(line)
        found = kept.get(told["digest"])
        assert found is not None and found.pattern_confidence == told["sight"]["pattern_confidence"]
    assert len(lines) > 1
