"""Who plays which role, behind which server, at what pace and on what budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from muse.core.errors import MuseError
from muse.llm.batch import BatchEndpoint
from muse.llm.budget import Budget
from muse.llm.endpoint import Endpoint, connect
from muse.llm.pace import Pace
from muse.llm.request import Request
from muse.llm.settings import EndpointSettings, LlmSettings, RoleSettings
from muse.llm.usage import Usage, cost_usd


@dataclass(frozen=True)
class Part:
    """A role: who plays it, where, and what that took."""

    played: RoleSettings
    endpoint: EndpointSettings
    usage: Usage


@dataclass
class Paid:
    """What a call took of its prompt, and cost."""

    prompt_tokens: int = 0
    cost_usd: float = 0.0


class Roles:
    """The parts of a process, by role. `stored_usd` is what the store's answers cost."""

    def __init__(
        self, settings: LlmSettings, transports: Mapping[str, httpx2.AsyncBaseTransport], stored_usd: float
    ) -> None:
        self._settings, self._transports, self._stored_usd = settings, transports, stored_usd
        self._endpoints: dict[str, Endpoint | BatchEndpoint] = {}
        self._opened: Budget | None = None
        self.parts: dict[str, Part] = {}

    def part(self, role: str) -> Part:
        """The part of a role."""
        if role not in self.parts:
            played = self._settings.roles[role]
            endpoint = self._settings.endpoints[played.endpoint]
            self.parts[role] = Part(played, endpoint, Usage(endpoint.prices.get(played.model), role=role))
        return self.parts[role]

    def endpoint(self, name: str) -> Endpoint | BatchEndpoint:
        """A server; connected at its first call, so that a replay needs no key."""
        if name not in self._endpoints:
            self._endpoints[name] = self._connected(name, self._settings.endpoints[name])
        return self._endpoints[name]

    @contextmanager
    def set_aside(self, request: Request, part: Part, key: str) -> Iterator[Paid]:
        """Set aside what a call may cost at most while the block runs. Cancelled, it may well be paid, and stays so."""
        paid = Paid()
        guess = request.most_prompt_tokens()
        most = cost_usd(part.usage.price, int(guess * part.usage.undercount), part.played.max_tokens)
        budget = self._budget() if most else None
        if budget is None:
            yield paid
            return
        batched = key if part.endpoint.batch else None
        budget.promise(most, request.place(), batched)
        try:
            yield paid
        except Exception:
            if not batched:  # a batch goes on without us
                budget.settle(most, 0.0, None)
            raise
        part.usage.undercount = max(part.usage.undercount, paid.prompt_tokens / guess)
        budget.settle(most, paid.cost_usd, batched)

    def _budget(self) -> Budget | None:
        """Opened at the first call that costs."""
        limit = self._settings.max_cost_usd
        if self._opened is None and limit is not None:
            self._opened = Budget(Path(self._settings.store) / "spent", limit, self._stored_usd)
        return self._opened

    def _connected(self, name: str, endpoint: EndpointSettings) -> Endpoint | BatchEndpoint:
        retry = self._settings.retry
        if endpoint.batch is None:
            return Endpoint(endpoint, retry, self._transports, self._pace(name, endpoint))
        if self._settings.mode == "live":
            raise MuseError("batches need a store to come back to", where=name, remedy="set llm.mode: record")
        notes = Path(self._settings.store) / "batches"
        return BatchEndpoint(name, endpoint.batch, retry, connect(endpoint, self._transports), notes)

    def _pace(self, name: str, endpoint: EndpointSettings) -> Pace | None:
        if endpoint.requests_per_minute is None and endpoint.tokens_per_minute is None:
            return None
        path = Path(self._settings.store) / "pace"
        return Pace(path, name, endpoint.requests_per_minute, endpoint.tokens_per_minute)
