"""The rating form: one HTML file a rater, which needs no server and saves a JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from muse.quality.settings import StudySettings
from muse.quality.study import texts
from muse.quality.study.content import Shown
from muse.quality.study.plan import RaterPlan, Study

FORMAT = "muse-rating-form/1"

_JINJA = Environment(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def render(study: Study, rater: RaterPlan, units: Mapping[str, Shown], settings: StudySettings) -> str:
    """The form of one rater. All outside text is escaped; pictures are inside, each once."""
    count = len(rater.placements)
    pictures: dict[str, int] = {}
    for placement in rater.placements:
        for line in units[placement.unit].lines:
            for picture in line.pictures:
                pictures.setdefault(picture, len(pictures))
    facts = {
        "format": FORMAT,
        "study": study.study,
        "rater": rater.rater,
        "dimensions": [dimension.name for dimension in study.dimensions],
        "entries": [{"place": place.place, "unit": place.unit} for place in rater.placements],
        "pictures": list(pictures),
    }
    template = _JINJA.from_string(Path(__file__).with_name("form.jinja").read_text(encoding="utf-8"))
    return template.render(
        study=study,
        rater=rater.rater,
        entries=[(place, units[place.unit]) for place in rater.placements],
        picture_number=pictures,
        scores=range(study.scale_lowest, study.scale_highest + 1),
        instructions=texts.instructions(settings, study, count),
        consent=texts.consent(settings, count),
        # Inside <script> nothing but "</" ends it; escaping every "<" leaves the JSON the same value.
        facts=json.dumps(facts).replace("<", "\\u003c"),
    )
