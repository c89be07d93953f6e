"""The records that flow down the pipeline. Every stage takes some of these and returns some of these."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Action = Literal["chit-chat", "recommend", "reject", "accept"]
Speaker = Literal["user", "assistant"]
Opening = Literal["text", "multimodal"]
Reached = Literal["retrieved", "revealed", "not reached", "unknown"]  # unknown: an import does not say
Split = Literal["train", "validation", "test"]


class Record(BaseModel):
    """Base of all records: immutable, and unknown or missing fields are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(Record):
    """One product of the catalog, as a shop would show it; what a model or a person may know of it."""

    item_id: str
    title: str
    description: str
    features: tuple[str, ...]
    categories: Annotated[tuple[str, ...], Field(min_length=1, description="path from the root to the leaf")]
    price: float | None = Field(description="US dollars")
    store: str | None
    image: str = Field(description="file name within the catalog's image folder")
    source: Literal["rendered", "photos", "amazon", "import"]
    visual_description: str = Field(default="", description="what a model saw in the image")

    @property
    def category(self) -> str:
        """The leaf category."""
        return self.categories[-1]


class Persona(Record):
    """Who the simulated user is."""

    name: str
    gender: Literal["male", "female", "unknown"]
    age: int
    profession: str


class Reason(Record):
    """Why the user shops: one entry of config/purchase_reasons.yaml."""

    group: str
    text: str


class Provenance(Record):
    """What wrote a record: `writer` is shown wherever the text is shown."""

    writer: str = Field(description="endpoint/model, as in offline/muse-offline-1")
    scripted: bool = Field(description="true where the offline model wrote it")
    seed: int
    prompts: dict[str, str] = Field(description="prompt name to the template's SHA-256, 12 hex digits")
    models: dict[str, str] = Field(default={}, description="role to endpoint/model, of all that took part")


class Profile(Record):
    """A scenario-grounded user profile: who, why, what event, at most two requirements, and the target item."""

    profile_id: str
    persona: Persona
    reason: Reason
    scenario: str
    requirements: Annotated[tuple[str, ...], Field(max_length=2)]
    target_item: str
    category: str
    provenance: Provenance


class Cost(Record):
    """What calls of the models took. How many seconds differs from run to run: that stands in work/usage alone."""

    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost_usd: float

    def __add__(self, other: Cost) -> Cost:
        """Both together."""
        return Cost(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cost_usd=self.cost_usd + other.cost_usd,
        )


class Turn(Record):
    """One utterance."""

    speaker: Speaker
    action: Action
    text: str
    items: tuple[str, ...] = Field(description="ids of the items this utterance is about")
    images: tuple[str, ...] = Field(description="ids of the items whose picture is shown with it")
    query: str | None = Field(description="the search that found the recommended item")
    original_text: str | None = Field(description="the text before the rewriter; None when it was kept")
    refused_text: str | None = Field(default=None, description="a rewrite that moved the meaning, so was not taken")
    colloquial: bool = Field(default=False, description="whether the rewriter was asked to write as people type")
    cost: Cost | None = Field(default=None, description="of the calls that led to it; None where nobody counted")


class Review(Record):
    """The reviewer's scores, each 0..2, and the last check that the recommended items fit the context."""

    content_quality: int
    logical_fluency: int
    user_consistency: int
    fits_context: bool

    @property
    def total(self) -> int:
        """Sum of the three scores, 0..6."""
        return self.content_quality + self.logical_fluency + self.user_consistency


class Conversation(Record):
    """One conversation with the profile it grew from."""

    conversation_id: str
    profile: Profile
    opening: Opening
    reached: Reached = Field(description="whether search found the target or the last round revealed it")
    turns: tuple[Turn, ...]
    review: Review | None
    provenance: Provenance

    @property
    def mentioned_items(self) -> tuple[str, ...]:
        """Ids of all items named in the conversation, in order of first mention."""
        return tuple(dict.fromkeys(item for turn in self.turns for item in turn.items))


class Rejection(Record):
    """A line of a quarantine file: a record that could not go on keeps its id and its reason."""

    record_id: str
    stage: str
    reason: str
    detail: str
    finished: Conversation | None = Field(default=None, description="a whole conversation that the reviewer dropped")
