"""The configuration's `profiles` section."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from pydantic import Field, model_validator

from muse.core.settings import Settings

Share = Annotated[float, Field(ge=0, le=1)]


class ProfilesSettings(Settings):
    """How many profiles, and by which rules.

    `count` conversations are wanted; `spare_share` of it is written on top, since the dialogue stage drops some.
    `max_candidates_per_profile` ends the top-up, so that a catalog that suits nobody is an error, not a loop.
    """

    count: Annotated[int, Field(ge=1)]
    spare_share: Annotated[float, Field(ge=0)]
    max_candidates_per_profile: Annotated[float, Field(ge=1)]
    gender_shares: dict[Literal["male", "female", "unknown"], Share]
    age_min: Annotated[int, Field(ge=0)]
    age_max: int
    no_profession_up_to_age: int
    early_job_up_to_age: int
    reason_group_shares: dict[str, Share]
    plausibility_attempts: Annotated[int, Field(ge=1)]
    attempts_per_target: Annotated[int, Field(ge=1)]
    scenario_attempts: Annotated[int, Field(ge=1)]
    max_bleu: Annotated[float, Field(gt=0, le=1)]

    @property
    def wanted(self) -> int:
        """Profiles in the file: `count` and the spares, rounded up."""
        return self.count + math.ceil(self.count * self.spare_share - 1e-9)

    @property
    def most_candidates(self) -> int:
        """Candidates that may be tried before the step gives up."""
        return math.ceil(self.wanted * self.max_candidates_per_profile)

    @model_validator(mode="after")
    def _sound(self) -> ProfilesSettings:
        for name in ("gender_shares", "reason_group_shares"):
            total = sum(getattr(self, name).values())
            if abs(total - 1) > 1e-6:
                raise ValueError(f"{name} must sum to 1, not {total:g}")
        if self.age_max < self.age_min:
            raise ValueError("age_max is below age_min")
        return self
