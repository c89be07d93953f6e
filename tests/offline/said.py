"""A task that costs nothing, and requests for it."""

from __future__ import annotations

import json
from typing import Any

from muse.offline.request import Request
from muse.offline.tasks import task

SCHEMA = {
    "type": "object",
    "properties": {"words": {"type": "string"}},
    "required": ["words"],
    "additionalProperties": False,
}
FORMAT = {"type": "json_schema", "json_schema": {"name": "say", "schema": SCHEMA, "strict": True}}


@task("say")
def say(request: Request) -> dict[str, Any]:
    """The text back, and a number drawn from the request."""
    return {"words": f"{request.section('text')} {request.random.integers(10**9)}"}


def body(text: str = "hello", **changes: Any) -> dict[str, Any]:
    """A request for the task."""
    messages = [{"role": "system", "content": "Task: say"}, {"role": "user", "content": f"<text>{text}</text>"}]
    return {"model": "muse-offline-1", "messages": messages, **changes}


def sent(text: str = "hello", **changes: Any) -> bytes:
    """The same as bytes."""
    return json.dumps(body(text, **changes)).encode()
