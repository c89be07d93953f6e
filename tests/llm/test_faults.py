"""Three answers in ten spoiled in every way: each record ends once, accepted or with a reason."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import offline.said  # noqa: F401 - registers the task
from llm import recorder
from muse.core.records import Rejection
from muse.llm.pool import for_each
from muse.llm.store import Store
from muse.offline.faults import KINDS, Faults
from muse.offline.serve import serving

RECORDS = [f"r{number}" for number in range(2000)]
REASONS = {"refusal", "unusable-answer", "timeout", "connection", "unreadable-reply",
           "status-429", "status-500", "status-503"}  # fmt: skip


class Logged(Faults):
    """Faults that keep what befell each request, in order."""

    def next(self, request: bytes) -> str | None:
        kind = super().next(request)
        self.log[request].append(kind)
        return kind


@pytest.mark.slow
def test_every_record_ends_once_accepted_or_rejected_with_a_reason(tmp_path: Path) -> None:
    prompt = recorder.prompt(tmp_path)
    faults = Logged(dict.fromkeys(KINDS, 0.3 / len(KINDS)), 1, slow_s=0.1, retry_after_s=0.05)
    faults.log = defaultdict(list)

    async def run() -> list[str | Rejection]:
        async with serving(0, faults) as port:
            client = recorder.client(f"http://127.0.0.1:{port}/v1", tmp_path, 64, timeout_s=5.0)

            async def one(record: str) -> str:
                return (await client.ask("user", prompt, recorder.Inputs(text=record), record=record)).words

            return await for_each([(r, r) for r in RECORDS], one, stage="test", concurrency=64)

    ended = asyncio.run(run())

    assert len(ended) == len(RECORDS)
    for record, end in zip(RECORDS, ended, strict=True):
        if isinstance(end, Rejection):
            assert end.record_id == record
            assert end.reason in REASONS
            assert record in end.detail
        else:
            assert end.split()[0] == record
    reasons = Counter(end.reason for end in ended if isinstance(end, Rejection))
    assert 30 < reasons["refusal"] < 110  # one in forty, and a record asks one to three times
    assert sum(reasons.values()) < 200
    assert set(faults.made) == set(KINDS)
    for kinds in faults.log.values():  # a request is asked again only where its answer did not come
        answered = {None, "slow", "malformed", "wrong-schema", "refusal"}
        assert not answered & set(kinds[:-1])
    stored = [answer.request["record"] for answer in Store(tmp_path / "store").answers() if fits(answer.text)]
    assert sorted(stored) == sorted(record for record, end in zip(RECORDS, ended, strict=True) if isinstance(end, str))


def fits(text: str) -> bool:
    try:
        return set(json.loads(text)) == {"words"}
    except ValueError:
        return False
