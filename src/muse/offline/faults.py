"""Faults on demand: what a model's server does on a bad day, at a given rate, the same for the same seed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from muse.core.errors import MuseError
from muse.core.seeding import generator

KINDS = {
    "429": "status 429",
    "429-retry-after": "status 429 with a Retry-After header",
    "500": "status 500",
    "503": "status 503",
    "slow": "the answer comes late",
    "hang": "no answer comes",
    "reset": "the connection is reset",
    "truncated": "the body ends before its time",
    "malformed": "the answer is cut in the middle of its JSON",
    "wrong-schema": "the answer is JSON of another shape",
    "empty-choices": "a completion without choices",
    "refusal": "the model refuses",
}
STATUSES = {"429": 429, "429-retry-after": 429, "500": 500, "503": 503}


@dataclass
class Faults:
    """`rates` maps kinds to their share of all chat requests. `slow_s` is how late a late answer is.

    What befalls a request depends on `seed`, on the request and on how often it has come before: not on the order in
    which many clients' requests arrive, and a second try has its own luck.
    """

    rates: Mapping[str, float]
    seed: int
    slow_s: float
    retry_after_s: float
    made: Counter[str] = field(default_factory=Counter, init=False)
    _seen: Counter[bytes] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        unknown = sorted(set(self.rates) - set(KINDS))
        if unknown:
            raise MuseError(f"unknown fault {unknown[0]!r}", remedy=f"one of {', '.join(KINDS)}")
        if min(self.rates.values(), default=0.0) < 0 or sum(self.rates.values()) > 1:
            raise MuseError("the faults' rates are shares that add up to at most 1", where=str(dict(self.rates)))

    def next(self, request: bytes) -> str | None:
        """The fault that befalls this request, or None."""
        digest = hashlib.sha256(request).digest()[:16]
        draw = generator(self.seed, "faults", f"{digest.hex()}/{self._seen[digest]}").random()
        self._seen[digest] += 1
        for kind in KINDS:
            draw -= self.rates.get(kind, 0.0)
            if draw < 0:
                self.made[kind] += 1
                return kind
        return None


def spoil(completion: dict[str, Any], kind: str) -> dict[str, Any]:
    """The chat completion with the fault that lies in its content; as it is where the fault lies elsewhere."""
    if kind == "empty-choices":
        return {**completion, "choices": []}
    message = completion["choices"][0]["message"]
    if kind == "malformed":
        message = {**message, "content": message["content"][: len(message["content"]) // 2]}
    elif kind == "wrong-schema":
        message = {**message, "content": '{"an_answer_of_another_shape": true}'}
    elif kind == "refusal":
        message = {**message, "content": None, "refusal": "I'm sorry, I can't help with that."}
    return {**completion, "choices": [{**completion["choices"][0], "message": message}]}
