"""The offline model on a port, met by the openai library and by bare sockets."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import httpx2
import openai
import pytest

from muse.offline.api import Api
from muse.offline.faults import Faults
from muse.offline.serve import serving
from offline.said import FORMAT, body, sent


def with_server(
    use: Callable[[openai.AsyncOpenAI, httpx2.AsyncClient], Awaitable[Any]], faults: Faults | None = None
) -> Any:
    async def run() -> Any:
        async with serving(0, faults) as port:
            base = f"http://127.0.0.1:{port}/v1"
            library = openai.AsyncOpenAI(base_url=base, api_key="none", max_retries=0, timeout=2.0)
            async with library, httpx2.AsyncClient(base_url=base, timeout=0.5) as bare:
                return await use(library, bare)

    return asyncio.run(run())


def test_a_port_answers_the_bytes_that_the_transport_answers() -> None:
    async def use(_: openai.AsyncOpenAI, bare: httpx2.AsyncClient) -> httpx2.Response:
        return await bare.post("/chat/completions", content=sent())

    response = with_server(use)
    assert response.content == Api().respond("POST", "/v1/chat/completions", sent()).content
    assert response.headers["content-type"] == "application/json"


def test_the_openai_library_reads_answers_streams_models_and_errors() -> None:
    async def use(library: openai.AsyncOpenAI, _: httpx2.AsyncClient) -> None:
        whole = await library.chat.completions.create(**body(response_format=FORMAT))
        said = whole.choices[0].message.content
        assert said is not None
        assert said.startswith('{"words": "hello ')
        assert whole.usage is not None
        stream = await library.chat.completions.create(
            **body(response_format=FORMAT, stream=True, stream_options={"include_usage": True})
        )
        chunks = [chunk async for chunk in stream]
        assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices) == said
        assert chunks[-1].usage == whole.usage
        assert [model.id async for model in library.models.list()] == ["muse-offline-1"]
        with pytest.raises(openai.NotFoundError, match="no such model"):
            await library.chat.completions.create(**body(model="gpt-9"))
        with pytest.raises(openai.BadRequestError, match="unknown task"):
            await library.chat.completions.create(**body(messages=[{"role": "user", "content": "Task: sing"}]))

    with_server(use)


@pytest.mark.parametrize(
    ("kind", "error"),
    [("reset", httpx2.ReadError), ("truncated", httpx2.RemoteProtocolError), ("hang", httpx2.ReadTimeout)],
)
def test_faults_on_the_wire_are_what_a_transport_in_process_pretends(kind: str, error: type[Exception]) -> None:
    async def use(_: openai.AsyncOpenAI, bare: httpx2.AsyncClient) -> None:
        with pytest.raises(error):
            await bare.post("/chat/completions", content=sent())
        assert (await bare.get("/models")).status_code == 200

    with_server(use, Faults({kind: 1.0}, 1, 0.01, 2.0))


def test_a_truncated_stream_is_noticed() -> None:
    async def use(_: openai.AsyncOpenAI, bare: httpx2.AsyncClient) -> None:
        with pytest.raises(httpx2.RemoteProtocolError):
            await bare.post("/chat/completions", content=sent(stream=True))

    with_server(use, Faults({"truncated": 1.0}, 1, 0.01, 2.0))


def test_the_step_prints_its_address_and_serves_until_it_is_ended() -> None:
    step = [sys.executable, "-c", "from muse.cli import main; main()", "serve", "--port", "0"]
    with subprocess.Popen([*step, "--fault", "500=1"], stdout=subprocess.PIPE, text=True, env=os.environ) as served:
        assert served.stdout is not None
        url = served.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        assert httpx2.get(f"{url}/models").json()["data"][0]["id"] == "muse-offline-1"
        assert httpx2.post(f"{url}/chat/completions", content=sent()).status_code == 500
        served.send_signal(signal.SIGTERM)


def test_a_port_in_use_and_a_fault_that_is_none_are_errors_of_one_line() -> None:
    step = [sys.executable, "-c", "from muse.cli import main; main()", "serve", "--port"]

    async def use(_: openai.AsyncOpenAI, bare: httpx2.AsyncClient) -> subprocess.CompletedProcess[str]:
        return await asyncio.to_thread(
            subprocess.run, [*step, str(bare.base_url.port)], capture_output=True, text=True, check=False
        )

    taken = with_server(use)
    assert (taken.returncode, taken.stderr.count("\n")) == (2, 1)
    assert "cannot listen" in taken.stderr
