"""Asking a model: one call, validated against the prompt's answer schema, or a rejected record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from pydantic import BaseModel, ValidationError

from muse.core.errors import MuseError, RecordRejected
from muse.core.files import first_problem
from muse.core.seeding import generator
from muse.llm.batch import BatchEndpoint
from muse.llm.budget import Budget
from muse.llm.endpoint import Endpoint, Reply, connect
from muse.llm.forecast import paying
from muse.llm.images import picture
from muse.llm.prompt import Prompt
from muse.llm.request import Message, Request
from muse.llm.settings import EndpointSettings, LlmSettings, RoleSettings
from muse.llm.store import Answer, Store
from muse.llm.usage import Usage, cost_usd

A = TypeVar("A", bound=BaseModel)


@dataclass(frozen=True)
class _Part:
    """A role: who plays it, where, and what that took."""

    played: RoleSettings
    endpoint: EndpointSettings
    usage: Usage


class Client:
    """All model calls of a process go through one of these.

    `transports` maps a `base_url` that is no URL (`offline`) to the transport that answers in process. In mode `live`
    nothing is stored; in `record` an answer in the store is used again and a new one is kept; in `replay` only the
    store answers, and a miss is an error that names the record.
    """

    def __init__(
        self, settings: LlmSettings, *, seed: int, stage: str, transports: Mapping[str, httpx2.AsyncBaseTransport]
    ) -> None:
        self.settings, self.seed, self.stage = settings, seed, stage
        self._transports = transports
        self._endpoints: dict[str, Endpoint | BatchEndpoint] = {}
        self._parts: dict[str, _Part] = {}
        self._store = None if settings.mode == "live" else Store(Path(settings.store))
        self._opened: Budget | None = None

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
        prompt speaks of to a file. An answer that does not fit is shown to the model with what is wrong, a set number
        of times. Raises RecordRejected where this record can't be answered, MuseError where none can.
        """
        part = self._part(role)
        played, endpoint = part.played, part.endpoint
        system, user = prompt.render(inputs)
        if endpoint.structured_output == "words":
            user += f"\n\nAnswer with one JSON object that fits this schema:\n{json.dumps(prompt.response_format)}"
        shown = tuple((label, picture(path, endpoint.max_image_px)) for label, path in (images or {}).items())
        messages: tuple[Message, ...] = (Message("system", system), Message("user", user, shown))
        problem = ""
        for attempt in range(self.settings.format_retries + 1):
            request = Request(
                endpoint=played.endpoint,
                model=played.model,
                parameters={
                    "temperature": played.temperature,
                    "max_tokens": played.max_tokens,
                    "seed": _seed(self.seed, self.stage, record, turn) + attempt,
                },
                messages=messages,
                response_format=prompt.response_format if endpoint.structured_output == "schema" else None,
                stage=self.stage,
                record=record,
                turn=turn,
                attempt=attempt,
            )
            text = await self._answer(request, part)
            try:
                return prompt.answer.model_validate_json(_json_in(text))
            except ValidationError as error:
                problem = first_problem(error)
                part.usage.retries["unusable-answer"] += attempt < self.settings.format_retries
                wrong = f"That did not fit the schema ({problem}). Answer again, JSON only."
                messages = (*messages, Message("assistant", text), Message("user", wrong))
        part.usage.given_up["unusable-answer"] += 1
        raise RecordRejected("unusable-answer", f"{prompt.name}, {request.place()}: {problem}")

    def report(self) -> dict[str, Any]:
        """What the calls took so far, by role: see Usage.report."""
        return {"stage": self.stage, "roles": {name: part.usage.report() for name, part in sorted(self._parts.items())}}

    async def _answer(self, request: Request, part: _Part) -> str:
        if self._store is None:
            return (await self._paid(request, part)).text
        key = request.key()
        stored = self._store.get(key)
        if stored is not None:
            part.usage.reused += 1
            return stored.text
        if self.settings.mode == "replay":
            raise MuseError(
                f"no stored answer for {request.place()}",
                where=self.settings.store,
                remedy="the store was recorded with other inputs or settings; llm.mode: record asks the model",
            )
        reply = await self._paid(request, part)
        self._store.put(
            Answer(
                key=key,
                request=request.known(),
                text=reply.text,
                prompt_tokens=reply.prompt_tokens,
                completion_tokens=reply.completion_tokens,
                cost_usd=cost_usd(part.usage.price, reply.prompt_tokens, reply.completion_tokens),
            )
        )
        return reply.text

    async def _paid(self, request: Request, part: _Part) -> Reply:
        """A reply within the budget: what a call may cost at most is set aside before it begins."""
        price = part.usage.price
        most = cost_usd(price, request.most_prompt_tokens(), part.played.max_tokens)
        budget = self._budget() if most else None
        if budget:
            budget.promise(most, request.place())
        cost = 0.0
        try:
            reply = await self._endpoint(part.played.endpoint).complete(request, part.usage)
            cost = cost_usd(price, reply.prompt_tokens, reply.completion_tokens)
        finally:
            if budget:
                budget.settle(most, cost)
        paying().add(reply.prompt_tokens + reply.completion_tokens, cost)
        if reply.refusal is not None:
            raise RecordRejected("refusal", f"{request.place()}: {reply.refusal}")
        return reply

    def _part(self, role: str) -> _Part:
        if role not in self._parts:
            played = self.settings.roles[role]
            endpoint = self.settings.endpoints[played.endpoint]
            self._parts[role] = _Part(played, endpoint, Usage(endpoint.prices.get(played.model)))
        return self._parts[role]

    def _budget(self) -> Budget | None:
        """Opened at the first call that costs."""
        limit = self.settings.max_cost_usd
        if self._opened is None and limit is not None:
            stored = self._store.cost_usd if self._store is not None else 0.0
            self._opened = Budget(Path(self.settings.store) / "spent", limit, stored)
        return self._opened

    def _endpoint(self, name: str) -> Endpoint | BatchEndpoint:
        """Connected at its first call: a replay needs no key."""
        if name not in self._endpoints:
            self._endpoints[name] = self._connected(name, self.settings.endpoints[name])
        return self._endpoints[name]

    def _connected(self, name: str, endpoint: EndpointSettings) -> Endpoint | BatchEndpoint:
        retry = self.settings.retry
        if endpoint.batch is None:
            return Endpoint(endpoint, retry, self._transports)
        if self._store is None:
            raise MuseError("batches need a store to come back to", where=name, remedy="set llm.mode: record")
        notes = Path(self.settings.store) / "batches"
        return BatchEndpoint(name, endpoint.batch, retry, connect(endpoint, self._transports), notes)


def _seed(seed: int, stage: str, record: str, turn: int) -> int:
    """The model's seed: its own for each record and turn, or equal prompts (a first greeting) got equal answers."""
    return int(generator(seed, f"{stage}/model", f"{record}/{turn}").integers(2**31))


def _json_in(text: str) -> str:
    """The JSON object in an answer that may have words or a code fence around it."""
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text
