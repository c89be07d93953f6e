"""What calls took: calls, tokens, money, time, retries; of one process, then of a stage in its shards."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from muse.llm.forecast import paying
from muse.llm.settings import PriceSettings

FOLDER = Path("work/usage")
"""Where each step leaves its report."""

_PERCENTILES = (50, 95, 99, 100)
_SUMS = ("calls", "prompt_tokens", "completion_tokens")
Report = dict[str, Any]


@dataclass
class Usage:
    """What one role took of its model. `calls` were answered now and paid for, `reused` by the store.

    `retries` are of calls that failed; `corrected` counts answers that did not fit and were asked for again.
    `undercount` is how far the largest prompt exceeded the guess that is set aside for it: servers count pictures
    each in their way.
    """

    price: PriceSettings | None
    calls: int = 0
    reused: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    retries: Counter[str] = field(default_factory=Counter)
    seconds: array[float] = field(default_factory=lambda: array("d"))
    used: Counter[str] = field(default_factory=Counter)
    corrected: Counter[str] = field(default_factory=Counter)
    given_up: Counter[str] = field(default_factory=Counter)
    role: str = ""
    undercount: float = 1.0

    def answered(self, prompt_tokens: int, completion_tokens: int, seconds: float) -> None:
        """A call was answered, well or not: it is paid for."""
        self.calls += 1
        self.prompt_tokens += prompt_tokens
        self.completion_tokens += completion_tokens
        self.seconds.append(seconds)

    def took(self, prompt_tokens: int, completion_tokens: int) -> None:
        """A record used an answer, be it paid for now or earlier."""
        self.note("used", calls=1, prompt_tokens=prompt_tokens, completion_tokens=completion_tokens)

    def note(self, kind: str, **counts: int) -> None:
        """Add to the counter `used`, `corrected` or `given_up`, and to what is noted of the record being worked on."""
        getattr(self, kind).update(counts)
        paying().answers.update({(self.role, kind, name): count for name, count in counts.items()})

    @property
    def cost_usd(self) -> float:
        """US dollars, from the sums: the same whatever the order of the answers."""
        return cost_usd(self.price, self.prompt_tokens, self.completion_tokens)

    def report(self) -> Report:
        """Of the answers that the records used, of what was paid now, and of the way there.

        `answers` is the same for a run, its repetition from the store and its replay: it goes into the results.
        Latencies are seconds from sending a request to its whole answer, as percentiles; 100 is the longest.
        """
        latency = np.percentile(self.seconds, _PERCENTILES).round(3).tolist() if self.seconds else []
        return {
            "answers": {
                **{name: self.used[name] for name in _SUMS},
                "cost_usd": cost_usd(self.price, self.used["prompt_tokens"], self.used["completion_tokens"]),
                "retries": dict(sorted(self.corrected.items())),
                "given_up": dict(sorted(self.given_up.items())),
            },
            "paid": {
                "calls": self.calls,
                "reused": self.reused,
                "prompt_tokens": self.prompt_tokens,
                "completion_tokens": self.completion_tokens,
                "cost_usd": round(self.cost_usd, 6),
            },
            "times": {
                "latency_s": {f"p{rank}": seconds for rank, seconds in zip(_PERCENTILES, latency, strict=False)},
                "retries": dict(sorted(self.retries.items())),
            },
        }


def cost_usd(price: PriceSettings | None, prompt_tokens: int, completion_tokens: int) -> float:
    """US dollars for tokens; a model without a price costs nothing."""
    if price is None:
        return 0.0
    return (prompt_tokens * price.input_usd_per_million + completion_tokens * price.output_usd_per_million) / 1e6


def answers_by_stage(files: Iterable[Report]) -> dict[str, Report]:
    """What the answers took that the records of each stage used, from the files of its steps' shards.

    The same for a run, its repetition from the store and its replay. `retries` are answers that had to be corrected;
    `given_up` counts records by reason.
    """
    return {
        stage: {
            **{name: sum(each["answers"][name] for each in reports) for name in _SUMS},
            "cost_usd": round(math.fsum(each["answers"]["cost_usd"] for each in reports), 6),
            **{name: added(each["answers"][name] for each in reports) for name in ("retries", "given_up")},
        }
        for stage, reports in _by_stage(files).items()
    }


def times_by_stage(files: Iterable[Report]) -> dict[str, Report]:
    """What was paid, how long calls took and how often they failed, in the runs that left the files.

    Latencies are those of the slowest shard and role.
    """
    return {
        stage: {
            "calls": sum(each["paid"]["calls"] for each in reports),
            "latency_s": slowest(reports),
            "retries": added(each["times"]["retries"] for each in reports),
        }
        for stage, reports in _by_stage(files).items()
    }


def slowest(reports: Iterable[Report]) -> dict[str, float]:
    """The highest of each percentile; {} where nothing was asked."""
    latencies = [each["times"]["latency_s"] for each in reports if each["times"]["latency_s"]]
    return {rank: max(each[rank] for each in latencies) for rank in latencies[0]} if latencies else {}


def added(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    """Counters added up, sorted by name."""
    return dict(sorted(sum((Counter(each) for each in counts), Counter[str]()).items()))


def _by_stage(files: Iterable[Report]) -> dict[str, list[Report]]:
    grouped: dict[str, list[Report]] = {}
    for file in files:
        for client in file["clients"]:
            grouped.setdefault(client["stage"], []).extend(client["roles"].values())
    return dict(sorted(grouped.items()))
