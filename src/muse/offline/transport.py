"""The offline model in process: an httpx2 transport that answers chat completions without a port."""

from __future__ import annotations

import json
from typing import Any

import httpx2

from muse.offline.request import BadRequestError, parse
from muse.offline.tasks import answer

MODEL = "muse-offline-1"


class OfflineTransport(httpx2.AsyncBaseTransport):
    """Plug into httpx2.AsyncClient(transport=...); speaks the part of the OpenAI protocol that `muse.llm` uses."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request."""
        if request.url.path != "/v1/chat/completions":
            return _error(404, f"no such path {request.url.path}")
        try:
            return httpx2.Response(200, json=complete(json.loads(await request.aread())))
        except (BadRequestError, ValueError) as problem:
            return _error(400, str(problem))


def complete(body: dict[str, Any]) -> dict[str, Any]:
    """A chat completion for a request body. Tokens are counted as a quarter of the characters."""
    content = json.dumps(answer(parse(body)), ensure_ascii=False)
    prompt = sum(len(json.dumps(message)) for message in body["messages"]) // 4
    return {
        "id": "offline",
        "object": "chat.completion",
        "created": 0,
        "model": MODEL,
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": len(content) // 4,
            "total_tokens": prompt + len(content) // 4,
        },
    }


def _error(status: int, message: str) -> httpx2.Response:
    return httpx2.Response(status, json={"error": {"message": message, "type": "invalid_request_error", "code": None}})
