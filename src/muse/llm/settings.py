"""The configuration's `llm` section."""

from __future__ import annotations

from typing import Literal

from muse.core.settings import Settings


class PriceSettings(Settings):
    """What a model's tokens cost."""

    input_usd_per_million: float
    output_usd_per_million: float


class BatchSettings(Settings):
    """The provider's batch interface, for half the price and an answer within a day.

    A batch is sent when no further request has come for `quiet_s`, or when it is full. Each waits for its own answer
    before the record's next turn, so `llm.concurrency` bounds a batch, too: set it to as many as there are records.
    """

    most_requests: int
    most_bytes: int
    quiet_s: float
    poll_s: float


class EndpointSettings(Settings):
    """An OpenAI-compatible server. `base_url: offline` is the scripted model, in process, no port.

    `structured_output`: whether the server enforces a JSON schema (`schema`: OpenAI's `response_format`; `object`: that
    of llama-cpp-python), or is asked for JSON in words. `max_image_px`: longer side of the pictures that are sent; null
    sends none, for a model of text alone. `batch`: null asks for each answer at once. The calls and tokens a minute are
    those of all processes with this `store` together.
    """

    base_url: str
    key_env: str | None
    timeout_s: float
    max_concurrency: int
    requests_per_minute: int | None
    tokens_per_minute: int | None
    structured_output: Literal["schema", "object", "words"]
    max_image_px: int | None
    batch: BatchSettings | None
    prices: dict[str, PriceSettings]


class RoleSettings(Settings):
    """Which model plays a role, and how."""

    endpoint: str
    model: str
    temperature: float
    max_tokens: int


class RetrySettings(Settings):
    """How often a call that may pass is tried, and how long to wait: doubling from `first_wait_s`, with jitter."""

    attempts: int
    first_wait_s: float
    longest_wait_s: float


class LlmSettings(Settings):
    """Endpoints by name, roles by name.

    `max_cost_usd` stops a run before it is passed. It holds for all that processes with this `store` have ever paid:
    the ledger `<store>/spent` adds it up, whatever the mode.
    """

    mode: Literal["live", "record", "replay"]
    store: str
    format_retries: int
    concurrency: int
    max_cost_usd: float | None
    retry: RetrySettings
    endpoints: dict[str, EndpointSettings]
    roles: dict[str, RoleSettings]
