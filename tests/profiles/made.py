"""Settings, reasons and a profiler over a handful of items, with the offline model behind it."""

from __future__ import annotations

from pathlib import Path

import support
import yaml

from muse.llm.client import Client
from muse.llm.settings import LlmSettings
from muse.offline.transport import OfflineTransport
from muse.profiles.candidates import Profiler
from muse.profiles.settings import ProfilesSettings

ROOT = Path(__file__).parents[2]
REASONS = {
    "Gifts": ("Find a birthday present for a best friend",),
    "Attend": ("Attend a garden party", "Attend a fair"),
}


def settings(**changes: object) -> ProfilesSettings:
    """The shipped settings with few profiles, two groups, and what a test changes."""
    shipped = yaml.safe_load((ROOT / "config/config.yaml").read_text(encoding="utf-8"))["profiles"]
    small = {"count": 10, "spare_share": 0.2, "reason_group_shares": {"Gifts": 0.5, "Attend": 0.5}, "max_bleu": 0.9}
    return ProfilesSettings.model_validate(shipped | small | changes)


def llm() -> LlmSettings:
    """The shipped settings, live."""
    return LlmSettings.model_validate(yaml.safe_load((ROOT / "config/config.yaml").read_text(encoding="utf-8"))["llm"])


def make_profiler(folder: Path, items: int = 8, seed: int = 1, **changes: object) -> Profiler:
    """A profiler over the first items of the tests' catalog, whose pictures are written to the folder."""
    catalog = support.catalog(folder, items)
    client = Client(llm(), seed=seed, stage="profiles", transports={"offline": OfflineTransport()})
    return Profiler(settings(**changes), catalog, folder, REASONS, client)
