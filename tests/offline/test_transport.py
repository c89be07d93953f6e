"""The offline model in process: the bytes of the protocol, and what a client meets on the wire."""

from __future__ import annotations

import asyncio
import time

import httpx2
import pytest

from muse.offline.api import Api
from muse.offline.faults import Faults
from muse.offline.transport import OfflineTransport
from offline.said import sent

CHAT = "http://in-process/v1/chat/completions"


def post(kind: str | None = None, timeout_s: float = 5.0, slow_s: float = 0.01) -> httpx2.Response:
    async def run() -> httpx2.Response:
        transport = OfflineTransport(Faults({kind: 1.0}, 1, slow_s, 2.0) if kind else None)
        async with httpx2.AsyncClient(transport=transport, timeout=timeout_s) as client:
            return await client.post(CHAT, content=sent())

    return asyncio.run(run())


def test_answers_with_the_bytes_of_the_protocol() -> None:
    response = post()
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert response.content == Api().respond("POST", "/v1/chat/completions", sent()).content


def test_a_status_comes_with_its_headers() -> None:
    response = post("429-retry-after")
    assert (response.status_code, response.headers["retry-after"]) == (429, "2")


@pytest.mark.parametrize(("kind", "error"), [("reset", httpx2.ReadError), ("truncated", httpx2.RemoteProtocolError)])
def test_a_broken_wire_is_the_error_that_a_client_meets(kind: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        post(kind)


def test_a_late_answer_comes_and_a_hanging_one_runs_into_the_time_limit() -> None:
    begun = time.monotonic()
    assert post("slow", slow_s=0.1).status_code == 200
    assert time.monotonic() - begun >= 0.1
    with pytest.raises(httpx2.ReadTimeout):
        post("slow", timeout_s=0.05, slow_s=9.0)
    with pytest.raises(httpx2.ReadTimeout):
        post("hang", timeout_s=0.05)
