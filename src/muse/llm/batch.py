"""A provider's batch interface: requests go out together as a file, answers come back within a day.

Every batch leaves a note in the store's folder before it is sent. A process that was killed while it waited, or a run
days later, asks for the same keys, finds them in the notes, and takes the answers of the batch that is already paid.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import openai
from openai import AsyncOpenAI

from muse.core.errors import MuseError, RecordRejected
from muse.core.files import read_json, write_json
from muse.llm.endpoint import Reply, read_reply
from muse.llm.errors import Lasting, Passing, UnreadableReplyError, by_status, keyless
from muse.llm.request import Request
from muse.llm.settings import BatchSettings, RetrySettings
from muse.llm.usage import Usage

_OVER = {"completed", "failed", "expired", "cancelled"}
_MARK = "muse_batch"
Rows = dict[str, dict[str, Any]]


@dataclass
class Note:
    """What is known of a batch: `mark` is its name with us, `batch_id` with the provider, once it is sent."""

    endpoint: str
    number: int
    mark: str
    keys: list[str]
    batch_id: str | None = None
    dropped: bool = False


@dataclass
class _Job:
    note: Note
    rows: asyncio.Task[Rows | None] | None = None


@dataclass
class _Gathering:
    """The requests of the next batch."""

    lines: dict[str, bytes] = field(default_factory=dict)
    sent: asyncio.Future[_Job] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    timer: asyncio.TimerHandle | None = None


class BatchEndpoint:
    """A server by name, asked in batches. `folder` keeps the notes."""

    def __init__(
        self, name: str, settings: BatchSettings, retry: RetrySettings, server: AsyncOpenAI, folder: Path
    ) -> None:
        self._name, self._settings, self._retry, self._server, self._folder = name, settings, retry, server, folder
        self._jobs: dict[str, _Job] = {}
        self._next: _Gathering | None = None
        notes = [Note(**read_json(path)) for path in folder.glob("*.json")]
        self._number = max((note.number for note in notes), default=0)
        for note in sorted(notes, key=lambda note: (note.number, note.mark)):
            if note.endpoint == name and not note.dropped:
                self._jobs.update(dict.fromkeys(note.keys, _Job(note)))

    async def complete(self, request: Request, usage: Usage) -> Reply:
        """As Endpoint.complete; what can pass goes into a later batch."""
        key, begun = request.key(), time.monotonic()
        last: Passing | Lasting | None = None
        for attempt in range(self._retry.attempts):
            outcome = _read(await self._row(key, request), self._server.api_key)
            if isinstance(outcome, Reply):
                usage.answered(outcome.prompt_tokens, outcome.completion_tokens, time.monotonic() - begun)
                return outcome
            last = outcome
            self._jobs.pop(key, None)
            if isinstance(last, Lasting):
                break
            usage.retries[last.reason] += attempt + 1 < self._retry.attempts
        assert last is not None  # the loop ran: attempts is at least 1
        detail = last.detail if isinstance(last, Lasting) else f"failed {self._retry.attempts} times"
        raise RecordRejected(last.reason, f"{request.place()}: {detail}")

    async def _row(self, key: str, request: Request) -> dict[str, Any] | None:
        """The provider's line for a request; None where the batch ended without one."""
        while True:
            job = self._jobs.get(key)
            if job is None:
                job = await self._gathered(key, request)
            if job.rows is None:
                job.rows = asyncio.create_task(self._await(job.note))
            try:
                rows = await asyncio.shield(job.rows)
            except openai.APIError as error:
                why = f"the batch interface failed: {type(error).__name__}"
                raise MuseError(why, where=self._name, remedy="run again: batches that were sent are found") from None
            if rows is not None:
                return rows.get(key)
            if self._jobs.get(key) is job:
                del self._jobs[key]  # noted, but killed before it was sent

    async def _gathered(self, key: str, request: Request) -> _Job:
        """Put a request into the next batch; wait until that is sent."""
        line = {"custom_id": key, "method": "POST", "url": "/v1/chat/completions", "body": request.body()}
        data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        if self._next and sum(map(len, self._next.lines.values())) + len(data) > self._settings.most_bytes:
            self._send(self._next)
        if self._next is None:
            self._next = _Gathering()
        here = self._next
        here.lines[key] = data
        if here.timer:
            here.timer.cancel()
        here.timer = asyncio.get_running_loop().call_later(self._settings.quiet_s, self._send, here)
        if len(here.lines) >= self._settings.most_requests:
            self._send(here)
        return await here.sent

    def _send(self, gathering: _Gathering) -> None:
        """Note a batch and begin to send it."""
        if gathering.timer:
            gathering.timer.cancel()
        self._next = None
        self._number += 1
        job = _Job(Note(self._name, self._number, uuid.uuid4().hex, list(gathering.lines)))
        self._keep(job.note)
        self._jobs.update(dict.fromkeys(gathering.lines, job))
        job.rows = asyncio.create_task(self._await(job.note, list(gathering.lines.values())))
        gathering.sent.set_result(job)

    def _keep(self, note: Note) -> None:
        write_json(self._folder / f"{note.mark}.json", asdict(note))

    async def _await(self, note: Note, lines: Sequence[bytes] = ()) -> Rows | None:
        """Send a batch unless it was sent; its lines by key once it is over. None: it was never sent."""
        if note.batch_id is None:
            note.batch_id = await (self._submit(note, lines) if lines else self._find(note.mark))
            if note.batch_id is None:
                return None
            self._keep(note)
        patient = self._server.with_options(max_retries=8)
        told = ""
        while True:
            batch = await patient.batches.retrieve(note.batch_id)
            if batch.status != told:
                print(f"{batch.id}: {len(note.keys):,} requests, {batch.status}", file=sys.stderr)
                told = batch.status
            if batch.status in _OVER:
                break
            await asyncio.sleep(self._settings.poll_s)
        if batch.status in {"failed", "cancelled"}:
            note.dropped = True
            self._keep(note)
            problem = batch.errors.data[0].message if batch.errors and batch.errors.data else None
            why = keyless(problem or "no reason given", self._server.api_key)
            raise MuseError(
                f"batch {batch.id} {batch.status}: {why}", where=self._name, remedy="run again to send anew"
            )
        rows: Rows = {}
        for file in filter(None, (batch.output_file_id, batch.error_file_id)):
            text = (await patient.files.content(file)).text
            rows |= {row["custom_id"]: row for row in map(json.loads, filter(None, text.split("\n")))}
        return rows

    async def _submit(self, note: Note, lines: Sequence[bytes]) -> str:
        """Make the batch, once: a try whose reply was lost is looked for before the next."""
        upload = (f"{note.mark}.jsonl", b"".join(lines))
        file = await self._server.with_options(max_retries=8).files.create(file=upload, purpose="batch")
        for attempt in range(self._retry.attempts):
            try:
                batch = await self._server.batches.create(
                    input_file_id=file.id,
                    endpoint="/v1/chat/completions",
                    completion_window="24h",
                    metadata={_MARK: note.mark},
                )
            except (openai.APIConnectionError, openai.InternalServerError, openai.RateLimitError):
                if attempt + 1 == self._retry.attempts:
                    raise
                await asyncio.sleep(min(self._retry.longest_wait_s, self._retry.first_wait_s * 2**attempt))
                found = await self._find(note.mark)
                if found:
                    return found
            else:
                return batch.id
        raise AssertionError("attempts is at least 1")

    async def _find(self, mark: str) -> str | None:
        """The provider's id of a batch of ours."""
        async for batch in self._server.with_options(max_retries=8).batches.list(limit=100):
            if batch.metadata and batch.metadata.get(_MARK) == mark:
                return batch.id
        return None


def _read(row: dict[str, Any] | None, key: str) -> Reply | Passing | Lasting:
    if row is None:
        return Passing("batch-expired")
    response = row.get("response") or {}
    body, status = response.get("body") or {}, response.get("status_code")
    if status != 200:
        error = row.get("error") or body.get("error") or {}
        if error.get("code") == "batch_expired":
            return Passing("batch-expired")
        return by_status(int(status or 400), error.get("code"), keyless(str(error.get("message")), key))
    try:
        return read_reply(body, key)
    except UnreadableReplyError:
        return Passing("unreadable-reply")
