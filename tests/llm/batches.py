"""A provider with a batch interface, on loopback: files, batches, and answers after a number of looks."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

import offline.said  # noqa: F401 - registers the task
from muse.offline.api import Api


class Provider:
    """`looks` at a batch before it is over; `ends` has how the first ones end ("completed" from then on).

    `rows` has what becomes of a record at its first time ("expired", "error", "refused", "status:503");
    `lose` drops the reply to so many creations of a batch after making it.
    """

    def __init__(self, looks: int = 1, ends: tuple[str, ...] = (), rows: dict[str, str] | None = None, lose: int = 0):
        self.looks, self.ends, self.rows, self.lose = looks, list(ends), dict(rows or {}), lose
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []

    async def upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        assert form["purpose"] == "batch"
        name = f"file-{len(self.files)}"
        self.files[name] = form["file"].file.read()
        return web.json_response({"id": name, "object": "file", "purpose": "batch"})

    async def content(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["id"]])

    async def create(self, request: web.Request) -> web.Response:
        asked = await request.json()
        name = f"batch-{len(self.batches)}"
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        self.asked += [line["custom_id"] for line in lines]
        end = self.ends.pop(0) if self.ends else "completed"
        self.batches[name] = {**asked, "id": name, "object": "batch", "status": "validating", "looks": 0, "end": end,
                              "lines": lines}  # fmt: skip
        if self.lose:
            self.lose -= 1
            request.transport.abort()
        return web.json_response(self._shown(name))

    async def retrieve(self, request: web.Request) -> web.Response:
        batch = self.batches[request.match_info["id"]]
        batch["looks"] += 1
        batch["status"] = "in_progress"
        if batch["looks"] > self.looks:
            batch["status"] = batch["end"]
            self._answer(batch)
        return web.json_response(self._shown(batch["id"]))

    async def list(self, _: web.Request) -> web.Response:
        return web.json_response({"object": "list", "data": [*map(self._shown, self.batches)], "has_more": False})

    def _shown(self, name: str) -> dict[str, Any]:
        return {key: value for key, value in self.batches[name].items() if key not in {"looks", "end", "lines"}}

    def _answer(self, batch: dict[str, Any]) -> None:
        if batch["end"] == "failed":
            batch["errors"] = {"object": "list", "data": [{"code": "too_many", "message": "the queue is full"}]}
            return
        good, bad = [], []
        for line in batch["lines"]:
            said = Api().respond("POST", "/v1/chat/completions", json.dumps(line["body"]).encode())
            row = {"custom_id": line["custom_id"], "error": None,
                   "response": {"status_code": said.status, "body": json.loads(said.content)}}  # fmt: skip
            what = self.rows.pop(line["body"]["messages"][1]["content"], "")
            if what == "expired":
                bad.append({**row, "response": None, "error": {"code": "batch_expired", "message": "too late"}})
            elif what == "refused":
                row["response"]["body"]["choices"][0]["message"] |= {"content": None, "refusal": "I won't."}
                good.append(row)
            elif what.startswith("status"):
                error = {"error": {"code": None, "message": "as the test says"}}
                bad.append({**row, "response": {"status_code": int(what[7:]), "body": error}})
            elif batch["end"] == "completed" or line is batch["lines"][0]:
                good.append(row)
        for kind, rows in (("output_file_id", good), ("error_file_id", bad)):
            if rows:
                batch[kind] = f"{batch['id']}-{kind}"
                self.files[batch[kind]] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@asynccontextmanager
async def providing(provider: Provider) -> AsyncIterator[str]:
    """Serve it for the block; yields the base URL."""
    app = web.Application()
    app.router.add_post("/v1/files", provider.upload)
    app.router.add_get("/v1/files/{id}/content", provider.content)
    app.router.add_post("/v1/batches", provider.create)
    app.router.add_get("/v1/batches", provider.list)
    app.router.add_get("/v1/batches/{id}", provider.retrieve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    await runner.cleanup()
