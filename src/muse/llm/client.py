"""Asking a model: one call, validated against the prompt's answer schema, or a rejected record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from pydantic import BaseModel, ValidationError

from muse.core.errors import MuseError, RecordRejected
from muse.core.files import first_problem
from muse.core.kept import Answers
from muse.core.seeding import generator
from muse.llm.endpoint import Reply
from muse.llm.forecast import paying
from muse.llm.images import Picture, picture
from muse.llm.prompt import Prompt
from muse.llm.request import Message, Request
from muse.llm.roles import Part, Roles
from muse.llm.settings import EndpointSettings, LlmSettings
from muse.llm.spent import spending
from muse.llm.store import Answer, Entry, Failure, Store
from muse.llm.usage import cost_usd

A = TypeVar("A", bound=BaseModel)


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
        self._store = None if settings.mode == "live" else Store(Path(settings.store))
        self._roles = Roles(settings, transports, self._store.cost_usd if self._store is not None else 0.0)

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
        part = self._roles.part(role)
        played, endpoint = part.played, part.endpoint
        system, user = prompt.render(inputs)
        if endpoint.structured_output == "words":
            user += f"\n\nAnswer with one JSON object that fits this schema:\n{json.dumps(prompt.response_format)}"
        shown = _shown(images or {}, endpoint.max_image_px)
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
                response_format=_response_format(prompt, endpoint),
                stage=self.stage,
                record=record,
                turn=turn,
                attempt=attempt,
            )
            answer = await self._answer(request, part)
            try:
                return prompt.answer.model_validate_json(_json_in(answer.text))
            except ValidationError as error:
                problem = first_problem(error)
                if answer.completion_tokens >= played.max_tokens:
                    problem += f"; it was cut off at max_tokens, {played.max_tokens}"
                part.usage.note("corrected", **{"unusable-answer": int(attempt < self.settings.format_retries)})
                wrong = f"That did not fit the schema ({problem}). Answer again, JSON only."
                messages = (*messages, Message("assistant", answer.text), Message("user", wrong))
        part.usage.note("given_up", **{"unusable-answer": 1})
        raise RecordRejected("unusable-answer", f"{prompt.name}, {request.place()}: {problem}")

    def report(self) -> dict[str, Any]:
        """What the calls took so far, by role: see Usage.report."""
        parts = sorted(self._roles.parts.items())
        return {"stage": self.stage, "roles": {name: part.usage.report() for name, part in parts}}

    def resume(self, answers: Answers) -> None:
        """Count the answers that records of an earlier run of the same step used as this one's."""
        for (role, kind, name), count in answers.items():
            getattr(self._roles.part(role).usage, kind)[name] += count

    async def _answer(self, request: Request, part: Part) -> Answer:
        """The model's answer, from the store where it is there; RecordRejected where there is none to be had."""
        entry = self._stored(request, part) or await self._asked(request, part)
        if isinstance(entry, Answer) or entry.reason == "refusal":
            part.usage.took(entry.prompt_tokens, entry.completion_tokens)
            spending().add(entry.prompt_tokens, entry.completion_tokens, entry.cost_usd)
        if isinstance(entry, Answer):
            return entry
        part.usage.note("given_up", **{entry.reason: 1})
        raise RecordRejected(entry.reason, entry.detail)

    def _stored(self, request: Request, part: Part) -> Entry | None:
        """The store's answer; in `replay` its failure, too, and MuseError where it has neither."""
        if self._store is None:
            return None
        key = request.key()
        entry = self._store.get(key) or (self._store.failure(key) if self.settings.mode == "replay" else None)
        if entry is not None:
            part.usage.reused += 1
        elif self.settings.mode == "replay":
            raise MuseError(
                f"no stored answer for {request.place()}",
                where=self.settings.store,
                remedy="the store was recorded with other inputs or settings; llm.mode: record asks the model",
            )
        return entry

    async def _asked(self, request: Request, part: Part) -> Entry:
        """What the endpoint makes of a request: kept before it counts as paid, lest a kill lose it."""
        key = request.key()
        with self._roles.set_aside(request, part, key) as paid:
            reply, reason, detail = Reply("", 0, 0), "", ""
            try:
                reply = await self._roles.endpoint(part.played.endpoint).complete(request, part.usage)
                if reply.refusal is not None:
                    reason, detail = "refusal", f"{request.place()}: {reply.refusal}"
            except RecordRejected as verdict:
                reason, detail = verdict.reason, verdict.message
            paid.prompt_tokens = reply.prompt_tokens
            paid.cost_usd = cost_usd(part.usage.price, reply.prompt_tokens, reply.completion_tokens)
            entry: Entry = Answer(
                key=key,
                request=request.known(),
                text=reply.text,
                prompt_tokens=reply.prompt_tokens,
                completion_tokens=reply.completion_tokens,
                cost_usd=paid.cost_usd,
            )
            if reason:
                before = self._store.failures(key) if self._store is not None else 0
                entry = Failure(**entry.model_dump(exclude={"text"}), reason=reason, detail=detail, before=before)
            if self._store is not None:
                self._store.put(entry)
        paying().add(reply.prompt_tokens + reply.completion_tokens, paid.cost_usd)
        return entry


def _shown(images: Mapping[str, Path], longest_px: int | None) -> tuple[tuple[str, Picture], ...]:
    """The pictures as they are sent, with their labels; none to a model of text alone."""
    if longest_px is None:
        return ()
    return tuple((label, picture(path, longest_px)) for label, path in images.items())


def _response_format(prompt: Prompt[Any], endpoint: EndpointSettings) -> dict[str, Any] | None:
    """The answer's schema as the server reads it."""
    if endpoint.structured_output == "object":
        return {"type": "json_object", "schema": _enforceable(prompt.response_format["json_schema"]["schema"])}
    return prompt.response_format if endpoint.structured_output == "schema" else None


def _enforceable(schema: Any) -> Any:
    """A JSON schema for llama-cpp-python's grammars: they read no bounds of numbers, and unroll `maxLength` to a crash.

    Integers between bounds become a list of them; a text's longest length is left to the check of the answer.
    """
    if isinstance(schema, list):
        return [_enforceable(value) for value in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "integer" and {"minimum", "maximum"} <= schema.keys():
        return {"enum": list(range(schema["minimum"], schema["maximum"] + 1))}
    return {name: _enforceable(value) for name, value in schema.items() if name != "maxLength"}


def _seed(seed: int, stage: str, record: str, turn: int) -> int:
    """The model's seed: its own for each record and turn, or equal prompts (a first greeting) got equal answers."""
    return int(generator(seed, f"{stage}/model", f"{record}/{turn}").integers(2**31))


def _json_in(text: str) -> str:
    """The JSON object in an answer that may have words or a code fence around it, and raw line ends in its strings."""
    start, end = text.find("{"), text.rfind("}")
    found = text[start : end + 1] if 0 <= start < end else text
    try:
        return json.dumps(json.loads(found, strict=False))
    except (ValueError, RecursionError):
        return found  # the schema's validation says what is wrong
