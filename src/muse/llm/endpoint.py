"""One server: a request goes in, a text comes out, or the record is rejected. Retries and pace are its business."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.request import getproxies

import httpx2
import openai
from openai import AsyncOpenAI

from muse.core.errors import MuseError, RecordRejected
from muse.llm.errors import NO_KEY, Lasting, Passing, UnreadableReplyError, classify, keyless
from muse.llm.gate import Gate
from muse.llm.pace import Pace
from muse.llm.request import Request
from muse.llm.settings import EndpointSettings, RetrySettings
from muse.llm.usage import Usage
from muse.llm.wire import Wire

_EARLY_CALLS, _EARLY_FAILURES = 20, 18


@dataclass(frozen=True)
class Reply:
    """A model's text and the tokens it took; `refusal` is what it says where it refuses (paid for, but no answer)."""

    text: str
    prompt_tokens: int
    completion_tokens: int
    refusal: str | None = None


class Endpoint:
    """A server by name, with its gate."""

    def __init__(
        self,
        settings: EndpointSettings,
        retry: RetrySettings,
        transports: Mapping[str, httpx2.AsyncBaseTransport],
        pace: Pace | None,
    ) -> None:
        self.settings, self._retry = settings, retry
        self._server = connect(settings, transports)
        self._gate = Gate(settings.max_concurrency, pace)
        self._finished = self._failed = 0

    async def complete(self, request: Request, usage: Usage) -> Reply:
        """The reply to a request, be it a refusal. RecordRejected where none is to be had; MuseError at nearly all.

        `usage` is told of every answer and of every try that failed.
        """
        last: Passing | Lasting | None = None
        most = request.most_prompt_tokens() + int(request.parameters["max_tokens"])
        for attempt in range(self._retry.attempts):
            if attempt:
                await asyncio.sleep(self._wait_s(attempt))
            async with self._gate.enter(most) as entry:
                begun = time.monotonic()
                try:
                    reply = await self._send(request)
                except Exception as error:
                    last = classify(error, self._server.api_key)
                    if last is None:
                        raise
                else:
                    self._gate.succeeded()
                    entry.tokens = reply.prompt_tokens + reply.completion_tokens
                    usage.answered(reply.prompt_tokens, reply.completion_tokens, time.monotonic() - begun)
                    if reply.refusal is not None:
                        self._give_up(Lasting("refusal", reply.refusal))
                    else:
                        self._finished += 1
                    return reply
            if isinstance(last, Lasting):
                break
            usage.retries[last.reason] += attempt + 1 < self._retry.attempts
            self._gate.failed(last)
        assert last is not None  # the loop ran: attempts is at least 1
        self._give_up(last)
        detail = last.detail if isinstance(last, Lasting) else f"failed {self._retry.attempts} times"
        raise RecordRejected(last.reason, f"{request.place()}: {detail}")

    def _give_up(self, last: Passing | Lasting) -> None:
        """Count a call that no retry saved; when nearly all of the first ones are such, stop the run."""
        self._finished += 1
        self._failed += 1
        if self._failed >= _EARLY_FAILURES and self._finished <= _EARLY_CALLS:
            detail = f" ({last.detail})" if isinstance(last, Lasting) else ""
            raise MuseError(
                f"{self._failed} of the first {self._finished} calls failed, the last with {last.reason}{detail}",
                where=self.settings.base_url,
                remedy="check llm.endpoints: the address, the key's variable, the model's name, the quota",
            )

    def _wait_s(self, attempt: int) -> float:
        """Full jitter: uniform up to a bound that doubles (Brooker 2015)."""
        bound = min(self._retry.longest_wait_s, self._retry.first_wait_s * 2 ** (attempt - 1))
        return random.uniform(0, bound)  # pace only: no output depends on it

    async def _send(self, request: Request) -> Reply:
        # The library's typed `create` walks every message twice: most of a call's CPU with an offline model.
        response = await self._server.post("/chat/completions", cast_to=httpx2.Response, body=request.body())
        try:
            body: Any = response.json()
        except ValueError as error:
            raise UnreadableReplyError(repr(error)) from None
        return read_reply(body, self._server.api_key)


def read_reply(body: Any, key: str) -> Reply:
    """The reply in a chat completion, without the key; UnreadableReplyError where it is none."""
    try:
        usage = body.get("usage") or {}
        choice = body["choices"][0]
        text, refusal = choice["message"]["content"] or "", choice["message"].get("refusal")
        if not refusal and choice.get("finish_reason") == "content_filter":
            refusal = text or "withheld by the server's content filter"
        tokens = int(usage.get("prompt_tokens", 0)), int(usage.get("completion_tokens", 0))
        return Reply(keyless(text, key), *tokens, keyless(refusal, key)[:300] if refusal else None)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise UnreadableReplyError(repr(error)) from None


def connect(settings: EndpointSettings, transports: Mapping[str, httpx2.AsyncBaseTransport]) -> AsyncOpenAI:
    """The library's client of a server, with the key from the environment; it tries nothing again by itself."""
    if settings.base_url in transports:
        http = httpx2.AsyncClient(transport=transports[settings.base_url])
        return AsyncOpenAI(
            base_url="http://in-process/v1",
            api_key=NO_KEY,
            http_client=http,
            timeout=settings.timeout_s,
            max_retries=0,
        )
    key = os.environ.get(settings.key_env, "").strip() if settings.key_env else NO_KEY
    if not (key and key.isascii() and key.isprintable()):  # the HTTP library would quote it in its error
        raise MuseError(
            f"no key, or none that can be sent, in the environment variable {settings.key_env}",
            remedy=f"export {settings.key_env}=..",
        )
    return AsyncOpenAI(
        base_url=settings.base_url, api_key=key, http_client=_http(), timeout=settings.timeout_s, max_retries=0
    )


def _http() -> httpx2.AsyncClient:
    """Over our own wire; behind a proxy (`https_proxy`, ..) as the library has it."""
    proxied = getproxies().keys() & {"http", "https", "all"}
    return openai.DefaultAsyncHttpxClient() if proxied else openai.DefaultAsyncHttpxClient(transport=Wire())
