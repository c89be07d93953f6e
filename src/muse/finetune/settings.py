"""The configuration's `finetune` section."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from muse.core.settings import Settings

Architecture = Literal["qwen2-vl", "llava-onevision", "idefics3"]


class ModelSettings(Settings):
    """One model: an `architecture` built small from its configuration, or a `checkpoint` (hub name or folder)."""

    architecture: Architecture | None
    checkpoint: str | None

    @model_validator(mode="after")
    def _one_origin(self) -> ModelSettings:
        if (self.architecture is None) == (self.checkpoint is None):
            raise ValueError("give either an architecture or a checkpoint")
        return self


class SizeSettings(Settings):
    """Size of the models that are built from configuration."""

    vocabulary: int
    width: int
    layers: int
    heads: int
    feed_forward: int
    vision_layers: int
    patch_px: int
    init_std: float


class CandidateSettings(Settings):
    """What is ranked: the target, `hard` ones of its category, `near` ones from the index, then random ones."""

    total: int = Field(ge=2)
    hard: int
    near: int


class LimitSettings(Settings):
    """At most this many conversations of each split are used, and `replies` of each conversation."""

    train: int
    validation: int
    test: int
    replies: int


class WarmUpSettings(Settings):
    """Share of the items that a base sees a caption, a product description and a piece of talk of."""

    look: float = Field(ge=0, le=1)
    describe: float = Field(ge=0, le=1)
    chat: float = Field(ge=0, le=1)


class TrainingSettings(Settings):
    """One run of the trainer; `warmup_share` of the steps raises the learning rate to its peak, then a cosine."""

    steps: int
    batch_size: int
    learning_rate: float
    warmup_share: float
    weight_decay: float
    checkpoints: int = Field(ge=1, description="how often the state is saved (and validated) on the way")


class LoraSettings(Settings):
    """The adapter: rank, alpha and dropout on the linear layers of the language model and the connector.

    `whole` modules are trained whole: a small model's words are those of its catalog, so its embeddings must move too.
    """

    rank: int
    alpha: int
    dropout: float
    whole: tuple[str, ...]


class EvaluationSettings(Settings):
    """How the test split is scored."""

    batch_size: int
    new_tokens: int
    resamples: int
    bertscore: str | None = Field(description="sentence encoder whose token vectors BERTScore compares; null: left out")
    ridge: float = Field(gt=0, description="penalty of the dual encoder's map from text to pictures")


class FinetuneSettings(Settings):
    """Models, tasks, training and evaluation."""

    models: dict[str, ModelSettings]
    seeds: tuple[int, ...] = Field(min_length=1)
    more_seeds: tuple[int, ...] = Field(description="further seeds, of the target finetune_more")
    shares_percent: tuple[int, ...] = Field(description="learning curve: shares of the training conversations")
    device: Literal["cpu", "cuda"]
    threads: int
    processes: int = Field(
        ge=1, description="that share a fine-tune, one a GPU where there are some, through accelerate"
    )
    precision: Literal["float32", "bfloat16"]
    gradient_checkpointing: bool
    image_size_px: int
    context_tokens: int
    query_tokens: int
    dialogue_turns: int
    size: SizeSettings
    candidates: CandidateSettings
    limits: LimitSettings
    warm_up: WarmUpSettings
    base: TrainingSettings
    training: TrainingSettings
    lora: LoraSettings
    evaluation: EvaluationSettings
