"""Batches against a provider that expires, fails, forgets and refuses; and a run that comes back after a kill."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from llm import recorder
from llm.batches import Provider, providing
from muse.core.errors import MuseError
from muse.core.records import Rejection
from muse.llm.client import Client
from muse.llm.pool import for_each
from muse.llm.settings import BatchSettings
from muse.llm.store import Store


def client(url: str, folder: Path, **changes: object) -> Client:
    limits = BatchSettings(most_requests=20, most_bytes=10**6, quiet_s=0.2, poll_s=0.02)
    made = recorder.client(url, folder, 100, **changes)
    endpoint = made.settings.endpoints["here"].model_copy(update={"batch": limits})
    settings = made.settings.model_copy(update={"endpoints": {"here": endpoint}})
    return Client(settings, seed=1, stage="test", transports={})


async def ask(asking: Client, folder: Path, records: int) -> list[str | Rejection]:
    prompt = recorder.prompt(folder)

    async def one(record: str) -> str:
        return (await asking.ask("user", prompt, recorder.Inputs(text=record), record=record)).words

    named = [(f"r{number}", f"r{number}") for number in range(records)]
    return await for_each(named, one, stage="test", concurrency=100)


def run(provider: Provider, folder: Path, records: int) -> list[str | Rejection]:
    async def all_of_it() -> list[str | Rejection]:
        async with providing(provider) as url:
            return await ask(client(url, folder), folder, records)

    return asyncio.run(all_of_it())


def sections(**rows: str) -> dict[str, str]:
    return {f"<text>{record}</text>": what for record, what in rows.items()}


def first_words(ended: list[str | Rejection]) -> list[str]:
    return [end.reason if isinstance(end, Rejection) else end.split()[0] for end in ended]


def test_records_are_asked_together_and_answered_as_if_one_by_one(tmp_path: Path) -> None:
    provider = Provider()
    assert first_words(run(provider, tmp_path, 50)) == [f"r{number}" for number in range(50)]
    assert [len(batch["lines"]) for batch in provider.batches.values()] == [20, 20, 10]
    stored = {answer.key: answer.text for answer in Store(tmp_path / "store").answers()}
    assert set(provider.asked) == set(stored)  # the same keys in batch and store

    async def one_by_one() -> None:
        from muse.offline.serve import serving

        async with serving(0, None) as port:
            await recorder.record(f"http://127.0.0.1:{port}/v1", tmp_path / "again", 50, 8)

    (tmp_path / "again").mkdir()
    asyncio.run(one_by_one())
    assert {answer.key: answer.text for answer in Store(tmp_path / "again/store").answers()} == stored


def test_what_can_pass_goes_into_a_later_batch_and_what_cannot_rejects_its_record(tmp_path: Path) -> None:
    rows = sections(r1="expired", r2="status:503", r3="refused", r4="status:400")
    provider = Provider(rows=rows)
    assert first_words(run(provider, tmp_path, 6)) == ["r0", "r1", "r2", "refusal", "status-400", "r5"]
    assert [len(batch["lines"]) for batch in provider.batches.values()] == [6, 2]
    assert len(Store(tmp_path / "store")) == 4


def test_an_expired_batch_keeps_what_it_had_and_asks_for_the_rest(tmp_path: Path) -> None:
    provider = Provider(ends=("expired",))
    assert first_words(run(provider, tmp_path, 3)) == ["r0", "r1", "r2"]
    assert [len(batch["lines"]) for batch in provider.batches.values()] == [3, 2]


def test_a_batch_that_fails_stops_the_run_and_the_next_run_sends_it_anew(tmp_path: Path) -> None:
    provider = Provider(ends=("failed",))
    with pytest.raises(MuseError, match=r"batch-0 failed: the queue is full \(run again"):
        run(provider, tmp_path, 3)
    assert first_words(run(provider, tmp_path, 3)) == ["r0", "r1", "r2"]
    assert len(provider.batches) == 2


def test_a_run_that_was_stopped_takes_the_answers_of_the_batches_it_had_sent(tmp_path: Path) -> None:
    provider = Provider(looks=10**9)

    async def stopped(url: str) -> None:
        waiting = asyncio.create_task(ask(client(url, tmp_path), tmp_path, 30))
        while len(provider.batches) < 2:  # noqa: ASYNC110 - the provider's progress
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        waiting.cancel()

    async def days_later(url: str) -> list[str | Rejection]:
        provider.looks = 0
        return await ask(client(url, tmp_path), tmp_path, 30)

    async def both() -> list[str | Rejection]:
        async with providing(provider) as url:
            await stopped(url)
            return await days_later(url)

    assert first_words(asyncio.run(both())) == [f"r{number}" for number in range(30)]
    assert len(provider.batches) == 2
    assert len(provider.asked) == 30


@pytest.mark.parametrize("sent", [True, False])
def test_a_kill_between_note_and_reply_neither_loses_nor_doubles_a_batch(sent: bool, tmp_path: Path) -> None:
    provider = Provider()
    run(provider, tmp_path, 5)
    for segment in (tmp_path / "store").glob("*.jsonl"):
        segment.unlink()
    (note,) = (tmp_path / "store/batches").glob("*.json")
    note.write_text(json.dumps(json.loads(note.read_text()) | {"batch_id": None}))
    if not sent:
        provider.batches.clear()
    again = Provider()
    again.batches, again.files = provider.batches, provider.files
    assert first_words(run(again, tmp_path, 5)) == [f"r{number}" for number in range(5)]
    assert len(again.asked) == (0 if sent else 5)


def test_a_batch_whose_reply_was_lost_is_found(tmp_path: Path) -> None:
    provider = Provider(lose=1)
    assert first_words(run(provider, tmp_path, 4)) == ["r0", "r1", "r2", "r3"]
    assert len(provider.batches) == 1


def test_batches_need_a_store(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match="batches need a store"):
        asyncio.run(ask(client("http://127.0.0.1:9/v1", tmp_path, mode="live"), tmp_path, 1))
