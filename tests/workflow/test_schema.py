"""The published schema is the settings' own."""

from __future__ import annotations

import json

from muse.config import Config
from workflow.dag import ROOT


def test_schema_is_up_to_date() -> None:
    published = json.loads((ROOT / "workflow/schemas/config.schema.json").read_text())
    assert published == Config.model_json_schema(), "run `make schema`"
