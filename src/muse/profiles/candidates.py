"""Candidates: every profile that was tried, accepted or not, by its index. Nothing here looks at another candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from muse.core.errors import MuseError, RecordRejected
from muse.core.kept import Kept
from muse.core.records import Item, Profile, Record, Rejection
from muse.llm.client import Client
from muse.llm.pool import for_each
from muse.llm.prompt import Prompt
from muse.llm.provenance import provenance
from muse.profiles import agent, draw
from muse.profiles.agent import JUDGE, ROLE, WRITE, Situation
from muse.profiles.naming import Namer
from muse.profiles.reasons import Reasons
from muse.profiles.settings import ProfilesSettings

PROMPTS: tuple[Prompt[Any], ...] = (JUDGE, WRITE)


class Candidate(Record):
    """A profile, or why there is none.

    `judged` combinations and `written` scenarios led to the profile; both are 0 where there is none.
    """

    profile: Profile | None
    rejection: Rejection | None
    judged: int
    written: int

    @property
    def candidate_id(self) -> str:
        """The id, given by the index alone."""
        held = self.profile.profile_id if self.profile else self.rejection.record_id if self.rejection else None
        assert held is not None, "a candidate has a profile or a rejection"
        return held


def candidate_id(index: int) -> str:
    """The id of the candidate with this index, whether or not it is accepted."""
    return f"p{index:06d}"


class Profiler:
    """Writes candidates: target, group, persona and reason are drawn, judged, redrawn; then a scenario is written.

    Raises MuseError where the catalog is empty or an item's picture is not in the folder.
    """

    def __init__(
        self, settings: ProfilesSettings, items: Sequence[Item], images: Path, reasons: Reasons, client: Client
    ) -> None:
        if not items:
            raise MuseError("the catalog is empty: no target can be drawn", remedy="look into its quarantine file")
        pictures = {path.name for path in images.iterdir()}
        if lost := next((item for item in items if item.image not in pictures), None):
            raise MuseError(
                f"item {lost.item_id} has no picture {lost.image!r}", where=images, remedy="run the rule catalog again"
            )
        self.settings, self.images, self.reasons, self.client = settings, images, reasons, client
        self.targets = draw.Targets(items)
        self.provenance = provenance(client, (ROLE,), (), PROMPTS)

    async def run(self, indices: Iterable[int], kept: Kept[Candidate] | None = None) -> list[Candidate]:
        """The candidates of these indices, in their order; the same whoever else is asked for, or was `kept` before."""
        ids = [candidate_id(index) for index in indices]
        found = await for_each(
            [(name, name) for name in ids],
            self.one,
            stage=draw.STAGE,
            concurrency=self.client.settings.concurrency,
            kept=kept,
        )
        return [
            Candidate(profile=None, rejection=value, judged=0, written=0) if isinstance(value, Rejection) else value
            for value in found
        ]

    async def one(self, record: str) -> Candidate:
        """One candidate. Raises RecordRejected where nothing plausible is drawn or no usable answer is had."""
        settings, seed = self.settings, self.client.seed
        group = draw.draw_group(settings.reason_group_shares, seed, record)
        for attempt in range(settings.plausibility_attempts):
            situation = Situation(
                persona=draw.draw_persona(settings, seed, record, attempt),
                reason=draw.draw_reason(self.reasons, group, seed, record, attempt),
                item=self.targets.draw(seed, record, attempt // settings.attempts_per_target),
            )
            image = self.images / situation.item.image
            if await agent.is_plausible(self.client, situation, image, record=record, attempt=attempt):
                break
        else:
            raise RecordRejected("implausible", f"group {group}: {settings.plausibility_attempts} combinations judged")
        item = situation.item
        answer, written = await agent.write(
            self.client, situation, image, Namer(item), record=record, attempts=settings.scenario_attempts
        )
        profile = Profile(
            profile_id=record,
            persona=situation.persona,
            reason=situation.reason,
            scenario=answer.scenario,
            requirements=tuple(answer.requirements),
            target_item=item.item_id,
            category=item.category,
            provenance=self.provenance,
        )
        return Candidate(profile=profile, rejection=None, judged=attempt + 1, written=written)
