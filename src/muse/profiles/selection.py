"""From candidates to exactly the profiles that were asked for: near-duplicates dropped, losses topped up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from muse.core.errors import MuseError
from muse.core.records import Profile, Rejection
from muse.profiles.candidates import Candidate
from muse.profiles.draw import STAGE
from muse.profiles.duplicates import Earlier
from muse.profiles.settings import ProfilesSettings


@dataclass(frozen=True)
class Selection:
    """The accepted profiles and the rejected candidates, each in the order of their index, and what was counted."""

    profiles: list[Profile]
    rejections: list[Rejection]
    counts: dict[str, Any]


async def select(
    candidates: Iterable[Candidate], settings: ProfilesSettings, more: Callable[[range], Awaitable[list[Candidate]]]
) -> Selection:
    """Exactly `settings.wanted` profiles: candidates 0, 1, .. in the order of their index until there are enough.

    A scenario whose BLEU against an accepted earlier one is above `max_bleu` is rejected. `candidates` are the first
    ones, in any order; `more` writes those of further indices, just as many as are missing. Raises MuseError when
    `most_candidates` do not suffice.
    """
    pending = sorted(candidates, key=lambda candidate: candidate.candidate_id)
    taken = _Taken(settings)
    tried = 0
    while True:
        for candidate in pending:
            taken.add(candidate)
        tried += len(pending)
        missing = settings.wanted - len(taken.profiles)
        if missing == 0:
            return taken.selection(tried)
        if tried + missing > settings.most_candidates:
            reasons = Counter(rejection.reason for rejection in taken.rejections)
            raise MuseError(
                f"only {len(taken.profiles)} of {settings.wanted} profiles after {tried} candidates; rejected: "
                + (", ".join(f"{count} {reason}" for reason, count in reasons.most_common()) or "none"),
                where="profiles",
                remedy="lower profiles.count, raise max_bleu or max_candidates_per_profile, or widen the catalog",
            )
        pending = await more(range(tried, tried + missing))


class _Taken:
    def __init__(self, settings: ProfilesSettings) -> None:
        self.settings = settings
        self.profiles: list[Profile] = []
        self.rejections: list[Rejection] = []
        self._earlier = Earlier(settings.max_bleu)
        self._judged: Counter[int] = Counter()
        self._written: Counter[int] = Counter()

    def add(self, candidate: Candidate) -> None:
        if candidate.rejection is not None:
            self.rejections.append(candidate.rejection)
            return
        assert candidate.profile is not None, "a candidate has a profile or a rejection"
        profile = candidate.profile
        if near := self._earlier.keep_unless_near(profile.scenario):
            other = self.profiles[near[1]].profile_id
            detail = f"BLEU {near[0]:.3f} against {other}, more than {self.settings.max_bleu:g}"
            self.rejections.append(
                Rejection(record_id=profile.profile_id, stage=STAGE, reason="near-duplicate", detail=detail)
            )
            return
        self.profiles.append(profile)
        self._judged[candidate.judged] += 1
        self._written[candidate.written] += 1

    def selection(self, tried: int) -> Selection:
        people = [profile.persona for profile in self.profiles]
        counts = {
            "candidates": tried,
            "profiles": len(self.profiles),
            "rejected": dict(Counter(rejection.reason for rejection in self.rejections)),
            "max_bleu": self.settings.max_bleu,
            "combinations_judged": {str(times): count for times, count in self._judged.items()},
            "scenarios_written": {str(times): count for times, count in self._written.items()},
            "groups": dict(Counter(profile.reason.group for profile in self.profiles)),
            "genders": dict(Counter(person.gender for person in people)),
            "mean_age": round(sum(person.age for person in people) / len(people), 3),
            "categories": len({profile.category for profile in self.profiles}),
            "targets": len({profile.target_item for profile in self.profiles}),
            "requirements": {
                str(number): count
                for number, count in Counter(len(profile.requirements) for profile in self.profiles).items()
            },
            "writers": dict(Counter(profile.provenance.writer for profile in self.profiles)),
            "scripted": sum(profile.provenance.scripted for profile in self.profiles),
        }
        return Selection(self.profiles, self.rejections, counts)
