"""Asking a model: one call, validated against the prompt's answer schema, or a rejected record."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from openai import AsyncOpenAI
from pydantic import BaseModel, ValidationError

from muse.core.errors import MuseError, RecordRejected
from muse.core.files import first_problem
from muse.llm.prompt import Prompt
from muse.llm.settings import LlmSettings

A = TypeVar("A", bound=BaseModel)


class Client:
    """All model calls of a process go through one of these.

    `transports` maps a `base_url` that is no URL (`offline`) to the transport that answers in process.
    """

    def __init__(
        self,
        settings: LlmSettings,
        *,
        seed: int,
        stage: str,
        transports: Mapping[str, httpx2.AsyncBaseTransport],
    ) -> None:
        self.settings, self.seed, self.stage = settings, seed, stage
        self._servers = {
            name: _server(endpoint.base_url, endpoint.key_env, endpoint.timeout_s, transports)
            for name, endpoint in settings.endpoints.items()
        }

    async def ask(
        self,
        role: str,
        prompt: Prompt[A],
        inputs: BaseModel,
        *,
        record: str,
        turn: int = 0,
        images: Mapping[str, Path] | None = None,
    ) -> A:
        """The model's answer to a prompt, validated.

        `role` picks the model (`llm.roles`), `record` and `turn` say for whom; `images` maps the label that the
        prompt speaks of to a file. Raises RecordRejected where this record can't be answered, MuseError where
        none can.
        """
        played = self.settings.roles[role]
        system, user = prompt.render(inputs)
        messages: list[Any] = [
            {"role": "system", "content": system},
            {"role": "user", "content": _content(user, images or {})},
        ]
        for attempt in range(self.settings.format_retries + 1):
            body = {
                "model": played.model,
                "messages": messages,
                "temperature": played.temperature,
                "max_tokens": played.max_tokens,
                "seed": self.seed + attempt,
                "response_format": prompt.response_format,
            }
            # The library's typed `create` walks every message twice: most of a call's CPU with an offline model.
            reply = await self._servers[played.endpoint].post("/chat/completions", cast_to=httpx2.Response, body=body)
            text = reply.json()["choices"][0]["message"]["content"]
            try:
                return prompt.answer.model_validate_json(text)
            except ValidationError as error:
                problem = first_problem(error)
                messages += [
                    {"role": "assistant", "content": text},
                    {
                        "role": "user",
                        "content": f"That did not fit the schema ({problem}). Answer again, JSON only.",
                    },
                ]
        raise RecordRejected("unusable-answer", f"{prompt.name}, record {record}, turn {turn}: {problem}")


def _content(user: str, images: Mapping[str, Path]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = [{"type": "text", "text": user}]
    for label, path in images.items():
        parts += [
            {"type": "text", "text": f"Image: {label}"},
            {"type": "image_url", "image_url": {"url": _data_url(path)}},
        ]
    return parts


@lru_cache(maxsize=512)
def _data_url(path: Path) -> str:
    kind = "png" if path.suffix == ".png" else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _server(
    base_url: str, key_env: str | None, timeout_s: float, transports: Mapping[str, httpx2.AsyncBaseTransport]
) -> AsyncOpenAI:
    if base_url in transports:
        http = httpx2.AsyncClient(transport=transports[base_url])
        return AsyncOpenAI(base_url=f"http://{base_url}/v1", api_key="none", http_client=http, max_retries=0)
    key = os.environ.get(key_env, "") if key_env else "none"
    if not key:
        raise MuseError(f"no key in the environment variable {key_env}", remedy=f"export {key_env}=...")
    return AsyncOpenAI(base_url=base_url, api_key=key, timeout=timeout_s)
