"""Our own way to a server: what fails on it has its name, it ends with its event loop, and it gives way to a proxy."""

from __future__ import annotations

import asyncio
import gc
import gzip
import socket
import warnings
from pathlib import Path

import httpx2
import pytest
from aiohttp import web

from llm import recorder
from llm.faulty import serving
from muse.core.errors import RecordRejected
from muse.llm.wire import Wire


def say(url: str, folder: Path, *records: str) -> list[str]:
    async def run() -> list[str]:
        asking, prompt = recorder.client(url, folder, 4, timeout_s=0.3), recorder.prompt(folder)
        return [(await asking.ask("user", prompt, recorder.Inputs(text=r), record=r)).words for r in records]

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("fault", "reason"), [("slow:1", "timeout"), ("reset:", "connection"), ("truncated:", "connection")]
)
def test_a_late_answer_and_a_lost_connection_are_told_apart(fault: str, reason: str, tmp_path: Path) -> None:
    with serving(*[fault] * 5) as server, pytest.raises(RecordRejected) as caught:
        say(server.url, tmp_path, "r1")
    assert caught.value.reason == reason


def test_a_port_that_nobody_serves_is_a_lost_connection(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(RecordRejected) as caught:
            say(f"http://127.0.0.1:{taken.getsockname()[1]}/v1", tmp_path, "r1")
    assert caught.value.reason == "connection"


def test_nothing_is_left_open_when_the_event_loop_ends(tmp_path: Path) -> None:
    gc.collect()  # what other tests left
    with serving() as server, warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ResourceWarning)
        assert say(server.url, tmp_path, "r1", "r2") == ["yes", "yes"]
        gc.collect()
    assert not [str(each.message) for each in told if issubclass(each.category, ResourceWarning)]


def test_connections_are_kept_and_packed_answers_are_read() -> None:
    ports: set[int] = set()

    async def answer(request: web.Request) -> web.Response:
        assert "gzip" in request.headers["accept-encoding"]
        ports.add(request.transport.get_extra_info("peername")[1])
        return web.Response(body=gzip.compress(await request.read()), headers={"content-encoding": "gzip"})

    async def run() -> list[str]:
        app = web.Application()
        app.router.add_post("/said", answer)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/said"
        async with httpx2.AsyncClient(transport=Wire()) as client:
            texts = [(await client.post(url, content=text)).text for text in ("one", "two")]
        await runner.cleanup()
        return texts

    assert asyncio.run(run()) == ["one", "two"]
    assert len(ports) == 1


def test_a_proxy_in_the_environment_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/v1"))
        assert say("http://no-such-model.invalid/v1", tmp_path, "r1") == ["yes"]
        assert len(proxy.calls) == 1
