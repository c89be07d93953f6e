from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from muse import config
from muse.llm.client import Client
from muse.llm.settings import LlmSettings
from muse.offline.transport import OfflineTransport
from muse.quality.settings import QualitySettings, ResamplingSettings

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture(scope="session")
def loaded() -> dict:
    return config.load({"scale": "smoke"}, CONFIG)


@pytest.fixture(scope="session")
def settings(loaded: dict) -> QualitySettings:
    return QualitySettings.model_validate(loaded["quality"])


@pytest.fixture(scope="session")
def resampling() -> ResamplingSettings:
    return ResamplingSettings(draws=200, confidence=0.95)


@pytest.fixture
def client(loaded: dict) -> Client:
    llm = LlmSettings.model_validate(loaded["llm"])
    return Client(llm, seed=1, stage="judge", transports={"offline": OfflineTransport()})


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(7)
