"""A recording process killed at random moments: what it had been answered is not asked, or paid, again."""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter
from pathlib import Path

import offline.said  # noqa: F401 - registers the task
from llm import recorder
from muse.llm.store import Store
from muse.offline.faults import Faults
from muse.offline.serve import serving

RECORDS, CONCURRENCY, KILLS = 150, 8, 3


class Counted(Faults):
    """A server that is a little slow, and counts each request."""

    def next(self, request: bytes) -> str | None:
        self.asked[request] += 1
        return super().next(request)


def test_a_killed_run_pays_again_for_no_more_than_the_calls_in_flight(tmp_path: Path) -> None:
    server = Counted({"slow": 1.0}, 1, slow_s=0.03, retry_after_s=1.0)
    server.asked = Counter()
    draws = random.Random(1)

    async def run() -> list[str]:
        async with serving(0, server) as port:
            url = f"http://127.0.0.1:{port}/v1"
            for kill in range(KILLS):
                command = [str(recorder.__file__), url, str(tmp_path), str(RECORDS), str(CONCURRENCY)]
                recording = await asyncio.create_subprocess_exec(sys.executable, *command)
                while server.asked.total() < 40 * kill + 10:
                    assert recording.returncode is None
                    await asyncio.sleep(0.005)
                await asyncio.sleep(draws.uniform(0, 0.1))
                recording.kill()
                await recording.wait()
                assert len(Store(tmp_path / "store")) < RECORDS  # it was killed before its end
            return await recorder.record(url, tmp_path, RECORDS, CONCURRENCY)

    words = asyncio.run(run())
    assert [each.split()[0] for each in words] == [f"r{number}" for number in range(RECORDS)]
    assert len(server.asked) == RECORDS
    assert RECORDS <= server.asked.total() <= RECORDS + KILLS * CONCURRENCY
    kept = Store(tmp_path / "store")
    assert len(kept) == RECORDS
    assert kept.torn <= KILLS
