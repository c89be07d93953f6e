"""The configured settings with a few values changed, for the tests of this package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from muse.catalog.settings import CatalogSettings, IndexSettings
from muse.config import load, merge

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"


def catalog(**changes: Any) -> CatalogSettings:
    return CatalogSettings.model_validate(merge(load(folder=ROOT / "config")["catalog"], changes))


def index(**changes: Any) -> IndexSettings:
    return IndexSettings.model_validate(merge(load(folder=ROOT / "config")["index"], changes))
