"""How fast the client is: `python benchmarks/llm_throughput.py [--calls 3000 --calls 30000] [--peer PYTHON]`.

A server in a process of its own answers every chat request after 200 ms. The client, in a fresh process for each
number of calls, keeps 64 in flight; prompts are 1 KB and one in ten carries a picture of about 30 KB. The ideal is
64 / 0.2 s = 320 calls a second. Answers are recorded, as a paid run does. Last, the CPU time of a call to the offline
model in process, for a task that takes no time itself. PYTHON is that of an environment with NeMo DataDesigner (`pip
install data-designer`): then it does the first number of calls, too. A row each in one table.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click
import numpy as np
from aiohttp import web
from PIL import Image
from pydantic import BaseModel

from muse.llm.client import Client
from muse.llm.pool import for_each
from muse.llm.prompt import Prompt
from muse.llm.settings import EndpointSettings, LlmSettings, RetrySettings, RoleSettings
from muse.offline.request import Request
from muse.offline.tasks import task
from muse.offline.transport import OfflineTransport

IN_FLIGHT, DELAY_S, PROMPT_BYTES, IMAGES = 64, 0.2, 1000, 20
COMPLETION = {
    "choices": [{"index": 0, "message": {"role": "assistant", "content": '{"words": "yes"}'}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 250, "completion_tokens": 5},
}


class Inputs(BaseModel):
    text: str


class Answer(BaseModel):
    words: str


@task("say")
def say(request: Request) -> dict[str, str]:
    return {"words": request.section("text")[:10]}


@click.group(invoke_without_command=True)
@click.option("--calls", multiple=True, default=(3000, 30000), show_default=True)
@click.option("--peer", type=click.Path(path_type=Path), help="Python with NeMo DataDesigner.")
@click.pass_context
def main(context: click.Context, calls: tuple[int, ...], peer: Path | None) -> None:
    if context.invoked_subcommand:
        return
    print(f"load before: {' '.join(f'{load:.1f}' for load in os.getloadavg())}; cores: {os.cpu_count()}")
    print(f"{'':16} {'calls':>7} {'a second':>9} {'of ideal':>9} {'CPU ms a call':>14} {'peak MB':>8}", flush=True)
    with (
        subprocess.Popen([sys.executable, __file__, "server"], stdout=subprocess.PIPE, text=True) as server,
        tempfile.TemporaryDirectory() as pictures,
    ):
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        for number in range(IMAGES):
            _picture(Path(pictures), number)
        for number in calls:
            _row("muse", [sys.executable, __file__, "client", url, str(number), pictures])
        if peer:
            beside = Path(__file__).with_name("llm_peer.py")
            _row("DataDesigner", [str(peer), str(beside), url, str(calls[0]), pictures])
        server.terminate()
        _row("muse, in process", [sys.executable, __file__, "client", "offline", "3000", pictures])


def _row(name: str, command: list[str]) -> None:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    took = json.loads(done.stdout.splitlines()[-1])
    rate = took["calls"] / took["seconds"]
    print(
        f"{name:16} {took['calls']:7,} {rate:9.1f} {rate / (IN_FLIGHT / DELAY_S):9.1%}"
        f" {1000 * took['cpu_s'] / took['calls']:14.2f} {took['peak_mb']:8.0f}",
        flush=True,
    )


@main.command()
def server() -> None:
    async def answer(request: web.Request) -> web.Response:
        await request.read()
        await asyncio.sleep(DELAY_S)
        return web.json_response(COMPLETION)

    async def run() -> None:
        app = web.Application(client_max_size=2**26)
        app.router.add_post("/v1/chat/completions", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        print(f"http://127.0.0.1:{runner.addresses[0][1]}/v1", flush=True)
        await asyncio.Event().wait()

    asyncio.run(run())


@main.command()
@click.argument("url")
@click.argument("calls", type=int)
@click.argument("pictures", type=click.Path(path_type=Path))
def client(url: str, calls: int, pictures: Path) -> None:
    shown = [] if url == "offline" else sorted(pictures.glob("*.jpg"))
    with tempfile.TemporaryDirectory() as folder:
        seconds, cpu_s = asyncio.run(_ask(url, calls, shown, Path(folder)))
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"calls": calls, "seconds": seconds, "cpu_s": cpu_s, "peak_mb": peak_mb}))


async def _ask(url: str, calls: int, pictures: list[Path], folder: Path) -> tuple[float, float]:
    path = folder / "say.jinja"
    path.write_text("{% block system %}Task: say{% endblock %}{% block user %}<text>{{ text }}</text>{% endblock %}")
    prompt = Prompt("say", path, Answer)
    asking = Client(_settings(url, folder), seed=1, stage="bench", transports={"offline": OfflineTransport()})

    async def one(number: int) -> str:
        shown = {"item": pictures[number // 10 % IMAGES]} if pictures and number % 10 == 0 else None
        text = Inputs(text=f"{number} ".ljust(PROMPT_BYTES, "x"))
        return (await asking.ask("user", prompt, text, record=f"r{number}", images=shown)).words

    await for_each([(str(number), number) for number in range(-IN_FLIGHT, 0)], one, stage="warm", concurrency=IN_FLIGHT)
    begun, cpu = time.perf_counter(), time.process_time()
    await for_each([(str(number), number) for number in range(calls)], one, stage="bench", concurrency=IN_FLIGHT)
    return time.perf_counter() - begun, time.process_time() - cpu


def _picture(folder: Path, number: int) -> Path:
    """Noise on a coarse grid: a JPEG of about 30 KB."""
    drawn = np.random.default_rng(number).integers(0, 256, (96, 96, 3), dtype=np.uint8)
    path = folder / f"{number}.jpg"
    Image.fromarray(drawn).resize((384, 384)).save(path, quality=55)
    return path


def _settings(url: str, folder: Path) -> LlmSettings:
    endpoint = EndpointSettings(
        base_url=url, key_env=None, timeout_s=60, max_concurrency=IN_FLIGHT, requests_per_minute=None,
        tokens_per_minute=None, structured_output="schema", max_image_px=768, batch=None, prices={},
    )  # fmt: skip
    role = RoleSettings(endpoint="here", model="muse-offline-1", temperature=0.7, max_tokens=64)
    return LlmSettings(
        mode="record",
        store=str(folder / "store"),
        format_retries=1,
        concurrency=IN_FLIGHT,
        max_cost_usd=None,
        retry=RetrySettings(attempts=3, first_wait_s=1, longest_wait_s=10),
        endpoints={"here": endpoint},
        roles={"user": role},
    )


if __name__ == "__main__":
    main()
