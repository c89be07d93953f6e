"""A process of its own that records answers: `python recorder.py URL FOLDER RECORDS CONCURRENCY`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from pydantic import BaseModel

from muse.llm.client import Client
from muse.llm.prompt import Prompt
from muse.llm.settings import EndpointSettings, LlmSettings, RetrySettings, RoleSettings

TEMPLATE = "{% block system %}Task: say{% endblock %}{% block user %}<text>{{ text }}</text>{% endblock %}"


class Inputs(BaseModel):
    text: str


class Answer(BaseModel):
    words: str


def client(url: str, folder: Path, concurrency: int, timeout_s: float = 20.0, **changes: object) -> Client:
    """A client that records in `folder`."""
    endpoint = EndpointSettings(
        base_url=url, key_env=None, timeout_s=timeout_s, max_concurrency=concurrency, requests_per_minute=None,
        tokens_per_minute=None,
        structured_output="schema", max_image_px=64,
        batch=None, prices={},
    )  # fmt: skip
    settings = LlmSettings(
        mode="record",
        store=str(folder / "store"),
        format_retries=2,
        concurrency=concurrency,
        max_cost_usd=None,
        retry=RetrySettings(attempts=5, first_wait_s=0.01, longest_wait_s=0.05),
        endpoints={"here": endpoint},
        roles={"user": RoleSettings(endpoint="here", model="muse-offline-1", temperature=0.5, max_tokens=10)},
    )
    return Client(settings.model_copy(update=changes), seed=1, stage="test", transports={})


def prompt(folder: Path) -> Prompt[Answer]:
    """The prompt of the task `say`."""
    path = folder / "say.jinja"
    path.write_text(TEMPLATE)
    return Prompt("say", path, Answer)


async def record(url: str, folder: Path, records: int, concurrency: int) -> list[str]:
    """Ask for every record; their words."""
    asking, say = client(url, folder, concurrency), prompt(folder)
    places = asyncio.Semaphore(concurrency)

    async def one(number: int) -> str:
        async with places:
            return (await asking.ask("user", say, Inputs(text=f"r{number}"), record=f"r{number}")).words

    return await asyncio.gather(*map(one, range(records)))


if __name__ == "__main__":
    asyncio.run(record(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
