"""A recording process killed at random moments: what it had been answered is not asked, or paid, again."""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

import offline.said  # noqa: F401 - registers the task
from llm import recorder
from muse.llm.store import Store
from muse.offline.faults import Faults
from muse.offline.serve import serving

CONCURRENCY = 8


class Counted(Faults):
    """A server that is a little slow, and counts each request."""

    def next(self, request: bytes) -> str | None:
        self.asked[request] += 1
        return super().next(request)


@pytest.mark.parametrize(("kills", "records"), [(3, 150), pytest.param(20, 600, marks=pytest.mark.slow)])
def test_a_killed_run_pays_again_for_no_more_than_the_calls_in_flight(kills: int, records: int, tmp_path: Path) -> None:
    server = Counted({"slow": 1.0}, 1, slow_s=0.03, retry_after_s=1.0)
    server.asked = Counter()
    draws = random.Random(1)

    async def run() -> list[str]:
        async with serving(0, server) as port:
            url = f"http://127.0.0.1:{port}/v1"
            for kill in range(kills):
                command = [str(recorder.__file__), url, str(tmp_path), str(records), str(CONCURRENCY)]
                recording = await asyncio.create_subprocess_exec(sys.executable, *command)
                while server.asked.total() < records * kill // (kills + 1) + 10:
                    assert recording.returncode is None
                    await asyncio.sleep(0.005)
                await asyncio.sleep(draws.uniform(0, 0.1))
                recording.kill()
                await recording.wait()
                assert len(Store(tmp_path / "store")) < records  # it was killed before its end
            return await recorder.record(url, tmp_path, records, CONCURRENCY)

    words = asyncio.run(run())
    assert [each.split()[0] for each in words] == [f"r{number}" for number in range(records)]
    assert len(server.asked) == records
    assert records <= server.asked.total() <= records + kills * CONCURRENCY
    kept = Store(tmp_path / "store")
    assert len(kept) == records
    assert kept.torn <= kills
