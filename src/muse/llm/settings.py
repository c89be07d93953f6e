"""The configuration's `llm` section."""

from __future__ import annotations

from typing import Literal

from muse.core.settings import Settings


class EndpointSettings(Settings):
    """An OpenAI-compatible server. `base_url: offline` is the scripted model, in process, no port."""

    base_url: str
    key_env: str | None
    timeout_s: float


class RoleSettings(Settings):
    """Which model plays a role, and how."""

    endpoint: str
    model: str
    temperature: float
    max_tokens: int


class LlmSettings(Settings):
    """Endpoints by name, roles by name."""

    mode: Literal["live", "record", "replay"]
    store: str
    format_retries: int
    concurrency: int
    endpoints: dict[str, EndpointSettings]
    roles: dict[str, RoleSettings]
