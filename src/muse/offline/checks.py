"""What a request must be before the offline model reads its prompt: all else is an API error."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from muse.core.files import first_problem

MODEL = "muse-offline-1"
_STREAMED = {"stream", "stream_options"}  # how the answer travels, no part of what is asked


class Refused(Exception):  # noqa: N818 - an answer of the protocol
    """A request that gets an API error."""

    def __init__(self, status: int, message: str, param: str | None = None, code: str | None = None) -> None:
        self.status, self.message, self.param, self.code = status, message, param, code
        super().__init__(message)


class _Loose(BaseModel):
    model_config = ConfigDict(strict=True)


class _Plain(_Loose):
    type: Literal["text", "json_object"]


class _Schema(_Loose):
    name: str = Field(pattern="^[A-Za-z0-9_-]{1,64}$")
    schema_: dict[str, Any] = Field(alias="schema")


class Structured(_Loose):
    """A `response_format` with a JSON schema."""

    type: Literal["json_schema"]
    json_schema: _Schema


class _StreamOptions(_Loose):
    include_usage: bool = False


class Body(_Loose):
    """What is checked before the prompt is read; parameters that are not named here change nothing."""

    model: str
    messages: list[Any] = Field(min_length=1)
    temperature: float | None = Field(default=None, ge=0, le=2)
    top_p: float | None = Field(default=None, ge=0, le=1)
    max_tokens: int | None = Field(default=None, ge=1)
    max_completion_tokens: int | None = Field(default=None, ge=1)
    seed: int | None = None
    n: Literal[1] | None = None
    stream: bool | None = None
    stream_options: _StreamOptions | None = None
    tools: list[Any] | None = Field(default=None, max_length=0)
    response_format: Annotated[_Plain | Structured, Field(discriminator="type")] | None = None


def read(content: bytes) -> tuple[Body, dict[str, Any]]:
    """The checked parameters, and the body as it came less how the answer travels."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as problem:
        raise Refused(400, f"the body is not JSON: {problem}") from None
    if not isinstance(body, dict):
        raise Refused(400, "the body is no JSON object")
    try:
        asked = Body.model_validate(body)
    except ValidationError as problem:
        raise Refused(400, first_problem(problem), str((problem.errors()[0]["loc"] or ("",))[0])) from None
    known(asked.model)
    return asked, {name: value for name, value in body.items() if name not in _STREAMED}


def known(model: str) -> None:
    """Refuse a model that is not served."""
    if model != MODEL:
        raise Refused(404, f"no such model {model!r}; there is {MODEL}", "model", "model_not_found")
