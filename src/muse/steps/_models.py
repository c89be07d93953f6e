"""The client with the offline model behind it, for the steps that ask a model."""

from __future__ import annotations

from muse.config import StepConfig
from muse.llm.client import Client
from muse.offline.transport import OfflineTransport


def client(config: StepConfig, stage: str) -> Client:
    """The way to the models for a step (its rule declares the sections `seed` and `llm`)."""
    return Client(config.llm, seed=config.seed, stage=stage, transports={"offline": OfflineTransport()})
