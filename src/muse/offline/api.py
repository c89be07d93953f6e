"""The part of the OpenAI protocol that the offline model speaks, apart from any wire: a request in, a response out.

The transport in process and the server on a port both answer through `Api.respond`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import jsonschema

from muse.offline.checks import MODEL, Refused, Structured, known, read
from muse.offline.faults import STATUSES, Faults, spoil
from muse.offline.request import BadRequestError, parse
from muse.offline.tasks import answer

_EVENT_CHARACTERS = 24


@dataclass(frozen=True)
class Response:
    """What goes back: several `parts` where the answer is streamed. `fault` is what befalls it on the wire."""

    status: int
    parts: tuple[bytes, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str | None = None

    @property
    def content(self) -> bytes:
        """The whole body."""
        return b"".join(self.parts)


class Api:
    """The offline model's answers to HTTP requests, with faults where they are asked for."""

    def __init__(self, faults: Faults | None = None) -> None:
        self.faults = faults

    def respond(self, method: str, path: str, content: bytes) -> Response:
        """The response to a request; errors are responses, too."""
        try:
            if path == "/v1/chat/completions":
                _only("POST", method)
                return self._chat(content)
            if path == "/v1/models":
                _only("GET", method)
                return _json({"object": "list", "data": [_model()]})
            if path.startswith("/v1/models/"):
                _only("GET", method)
                known(path.removeprefix("/v1/models/"))
                return _json(_model())
            raise Refused(404, f"no such path {path}")
        except Refused as refused:
            return error(refused.status, refused.message, refused.param, refused.code)

    def _chat(self, content: bytes) -> Response:
        fault = self.faults.next(content) if self.faults else None
        if self.faults and fault in STATUSES:
            after = {"retry-after": f"{self.faults.retry_after_s:g}"} if fault == "429-retry-after" else {}
            return error(STATUSES[fault], f"a fault on demand: {fault}", headers=after)
        asked, body = read(content)
        try:
            completion = complete(body)
        except (BadRequestError, ValueError) as problem:
            raise Refused(400, str(problem)) from None
        if isinstance(asked.response_format, Structured):
            _fits(completion, asked.response_format.json_schema.schema_)
        if fault:
            completion = spoil(completion, fault)
        if not asked.stream:
            return _json(completion, fault)
        usage = asked.stream_options is not None and asked.stream_options.include_usage
        return Response(200, tuple(_events(completion, usage)), {"content-type": "text/event-stream"}, fault)


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


def error(
    status: int,
    message: str,
    param: str | None = None,
    code: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An API error."""
    kind = "invalid_request_error" if status < 429 else "rate_limit_error" if status == 429 else "server_error"
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return Response(status, (_dump(body),), {"content-type": "application/json", **(headers or {})})


def _fits(completion: dict[str, Any], schema: dict[str, Any]) -> None:
    """Refuse a schema that is none, and one that this prompt's task has no answer to."""
    given = json.loads(completion["choices"][0]["message"]["content"])
    try:
        problem = next(_validator(_dump(schema)).iter_errors(given), None)
    except jsonschema.SchemaError as invalid:
        raise Refused(400, f"not a JSON schema: {invalid.message}", "response_format") from None
    if problem is not None:
        what = f"the offline model's answer to this task does not fit the schema: {problem.message}"
        raise Refused(400, what, "response_format")


@lru_cache(maxsize=64)
def _validator(schema: bytes) -> jsonschema.protocols.Validator:
    read = json.loads(schema)
    kind = jsonschema.validators.validator_for(read, default=jsonschema.Draft202012Validator)
    kind.check_schema(read)
    return kind(read)


def _events(completion: dict[str, Any], usage: bool) -> Iterator[bytes]:
    """The completion as server-sent events: the role, the text in pieces, the end, the tokens where asked for."""
    frame = {name: completion[name] for name in ("id", "created", "model")} | {"object": "chat.completion.chunk"}

    def event(choices: list[dict[str, Any]], **more: Any) -> bytes:
        return b"data: " + _dump({**frame, "choices": choices, **more}) + b"\n\n"

    for choice in completion["choices"]:
        message = choice["message"]
        deltas: list[dict[str, Any]] = [{"role": message["role"], "content": ""}]
        for name in ("content", "refusal"):
            text = message.get(name) or ""
            pieces = range(0, len(text), _EVENT_CHARACTERS)
            deltas += [{name: text[start : start + _EVENT_CHARACTERS]} for start in pieces]
        for delta in deltas:
            yield event([{"index": choice["index"], "delta": delta, "finish_reason": None}])
        yield event([{"index": choice["index"], "delta": {}, "finish_reason": choice["finish_reason"]}])
    if usage:
        yield event([], usage=completion["usage"])
    yield b"data: [DONE]\n\n"


def _json(value: Any, fault: str | None = None) -> Response:
    try:
        return Response(200, (_dump(value),), {"content-type": "application/json"}, fault)
    except ValueError as problem:
        raise Refused(400, str(problem)) from None


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _only(allowed: str, method: str) -> None:
    if method != allowed:
        raise Refused(405, f"{method} is not allowed here, {allowed} is")


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": "muse"}
