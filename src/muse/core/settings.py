"""Base of all settings: each package declares its section; `muse.config` joins them into one."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Settings(BaseModel):
    """A section of config/config.yaml. No defaults in code: each value stands in one place, the YAML."""

    model_config = ConfigDict(extra="forbid", frozen=True)
