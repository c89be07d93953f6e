"""What a piece of work took of the models, whether its answers were paid for now or came from the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from muse.core.records import Cost

NOTHING = Cost(calls=0, prompt_tokens=0, completion_tokens=0, cost_usd=0.0)


@dataclass
class Spent:
    """Adds up the calls since it was last asked."""

    _calls: list[Cost] = field(default_factory=list)

    def take(self) -> Cost:
        """The sum, from which on it counts anew."""
        total = sum(self._calls, NOTHING)
        self._calls.clear()
        return total

    def add(self, prompt_tokens: int, completion_tokens: int, cost_usd: float) -> None:
        """A call's answer was used."""
        self._calls.append(
            Cost(calls=1, prompt_tokens=prompt_tokens, completion_tokens=completion_tokens, cost_usd=cost_usd)
        )


_current: ContextVar[Spent] = ContextVar("spent")


@contextmanager
def counted() -> Iterator[Spent]:
    """Count the block's calls."""
    spent = Spent()
    token = _current.set(spent)
    try:
        yield spent
    finally:
        _current.reset(token)


def spending() -> Spent:
    """The count of the work that is being done; one that nobody reads where nobody counts."""
    return _current.get(Spent())
