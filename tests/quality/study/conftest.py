from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import support

from muse.quality.settings import QualitySettings, StudySettings
from muse.quality.study.content import Shown, shown
from muse.quality.study.plan import Study, plan
from quality.versions import both

HOSTILE = "</script><script>document.title='owned'</script> <b>bold</b> \"quoted\""


@dataclass(frozen=True)
class Prepared:
    """A small study over six conversations in two systems."""

    study: Study
    units: Mapping[str, Shown]
    settings: StudySettings


@pytest.fixture
def prepared(settings: QualitySettings, tmp_path: Path) -> Prepared:
    chosen = settings.study.model_copy(
        update={"raters": 3, "ratings_per_item": 2, "attention_checks": 1, "repeats": 1, "items_per_system": 3}
    )
    pictures = {item.item_id: tmp_path / item.image for item in support.catalog(tmp_path)}
    records = [support.conversation(number) for number in range(3)]
    first = records[0].turns[0].model_copy(update={"text": HOSTILE})
    records[0] = records[0].model_copy(update={"turns": (first, *records[0].turns[1:])})
    sample = both(records)
    study = plan(sample, chosen, settings.scale, seed=1)
    found = {(dialogue.dataset, dialogue.dialogue_id): dialogue for dialogue in sample}
    return Prepared(study, {unit.unit: shown(unit, found, pictures) for unit in study.units}, chosen)
