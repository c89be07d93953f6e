"""The configuration's `quality` section."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from muse.core.settings import Settings

Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=1)]


class ResamplingSettings(Settings):
    """Of every bootstrap interval."""

    draws: Annotated[int, Field(ge=100)]
    confidence: Annotated[float, Field(gt=0.5, lt=1)]


class TextSettings(Settings):
    """Text statistics: diversity is measured on blocks of equally many tokens, so that datasets can be compared."""

    block_tokens: Count
    max_blocks: Count
    reference_tokens: Count
    self_bleu_sample: Annotated[int, Field(ge=2)]
    group_self_bleu_sample: Annotated[int, Field(ge=2)]
    mtld_threshold: Annotated[float, Field(gt=0, lt=1)]
    near_duplicate: Annotated[float, Field(gt=0, le=1)]
    encoded_sample: Annotated[int, Field(ge=2)]


class JudgeSettings(Settings):
    """The LLM judge. `roles` name roles of the section `llm`: one judge each."""

    roles: Annotated[tuple[str, ...], Field(min_length=1)]
    sample: Count
    repeats: Count
    repeat_sample: Count
    pairs: Count
    max_images: Annotated[int, Field(ge=0)]


class AgreementSettings(Settings):
    """The alternative annotator test: what a judge's lower cost is worth, and how many units a rater needs."""

    cost_benefit: Share
    min_units: Annotated[int, Field(ge=2)]
    false_discovery_rate: Annotated[float, Field(gt=0, lt=1)]


class SimulationSettings(Settings):
    """The model of the simulated raters; standard deviations in points of the scale, before rounding."""

    items_per_system: Count
    raters: Annotated[int, Field(ge=2)]
    ratings_per_item: Annotated[int, Field(ge=1)]
    careless_raters: Annotated[int, Field(ge=0)]
    systems: dict[str, float]
    dimensions: dict[str, float]
    item_sd: Annotated[float, Field(ge=0)]
    rater_sd: Annotated[float, Field(ge=0)]
    noise_sd: Annotated[float, Field(gt=0)]
    missing_share: Share
    repeats: Count
    judge_noise_sd: Annotated[float, Field(gt=0)]


class ScaleSettings(Settings):
    """The lowest and the highest score that a rater may give."""

    lowest: int
    highest: int


class StudySettings(Settings):
    """A study with human raters, as `muse human export` writes it: of the judge's sample of each of these datasets.

    So that judge and raters can be compared on the same conversations.
    """

    systems: Annotated[tuple[str, ...], Field(min_length=1)]
    items_per_system: Count
    raters: Annotated[int, Field(ge=2)]
    ratings_per_item: Count
    attention_checks: Annotated[int, Field(ge=0)]
    repeats: Annotated[int, Field(ge=0)]
    minutes_per_item: Annotated[float, Field(gt=0)]
    pay_usd_per_hour: Annotated[float, Field(gt=0)]


class HumanSettings(Settings):
    """Real ratings of this dataset: the files that `muse human import` writes."""

    scores: Path
    attention: Path
    repeats: Path


class FedSettings(Settings):
    """Real human ratings beside the project."""

    path: Path
    scale: ScaleSettings


class QualitySettings(Settings):
    """All of it."""

    resampling: ResamplingSettings
    compare: dict[str, Path]
    text: TextSettings
    judge: JudgeSettings
    agreement: AgreementSettings
    scale: ScaleSettings
    ratings: HumanSettings | None
    simulation: SimulationSettings
    fed: FedSettings
    study: StudySettings
