"""What the calls of a process took: calls, tokens, money, time, retries."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from muse.llm.settings import PriceSettings

_PERCENTILES = (50, 95, 99, 100)


@dataclass
class Usage:
    """What one role took of its model. `calls` were answered now and paid for, `reused` by the store."""

    price: PriceSettings | None
    calls: int = 0
    reused: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    retries: Counter[str] = field(default_factory=Counter)
    given_up: Counter[str] = field(default_factory=Counter)
    seconds: array[float] = field(default_factory=lambda: array("d"))

    def answered(self, prompt_tokens: int, completion_tokens: int, seconds: float) -> None:
        """A call was answered, well or not: it is paid for."""
        self.calls += 1
        self.prompt_tokens += prompt_tokens
        self.completion_tokens += completion_tokens
        self.seconds.append(seconds)

    @property
    def cost_usd(self) -> float:
        """US dollars, from the sums: the same whatever the order of the answers."""
        return cost_usd(self.price, self.prompt_tokens, self.completion_tokens)

    def report(self) -> dict[str, Any]:
        """`counts`, which a repeated run gives again, and `times` with what goes wrong on the way, which it does not.

        Latencies are seconds from sending a request to its whole answer, as percentiles; 100 is the longest.
        """
        latency = np.percentile(self.seconds, _PERCENTILES).round(3).tolist() if self.seconds else []
        return {
            "counts": {
                "calls": self.calls,
                "reused": self.reused,
                "prompt_tokens": self.prompt_tokens,
                "completion_tokens": self.completion_tokens,
                "cost_usd": round(self.cost_usd, 6),
            },
            "times": {
                "latency_s": {f"p{rank}": seconds for rank, seconds in zip(_PERCENTILES, latency, strict=False)},
                "retries": dict(sorted(self.retries.items())),
                "given_up": dict(sorted(self.given_up.items())),
            },
        }


def cost_usd(price: PriceSettings | None, prompt_tokens: int, completion_tokens: int) -> float:
    """US dollars for tokens; a model without a price costs nothing."""
    if price is None:
        return 0.0
    return (prompt_tokens * price.input_usd_per_million + completion_tokens * price.output_usd_per_million) / 1e6
