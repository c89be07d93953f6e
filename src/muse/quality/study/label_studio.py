"""The study for Label Studio: a labelling configuration and one task file a rater, and its export read back.

Label Studio's open edition cannot say who gets which task: make one project a rater with their task file, all with the
same configuration. Exports are read in its JSON format (tasks with `annotations`, each with `result`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from muse.core import escape
from muse.quality.study.content import Shown
from muse.quality.study.plan import RaterPlan, Study


def configuration(study: Study) -> str:
    """The labelling interface as XML: the conversation with its pictures, one radio group a dimension."""
    view = ElementTree.Element("View", style="display: flex; gap: 2rem")
    left = ElementTree.SubElement(view, "View", style="flex: 3")
    ElementTree.SubElement(left, "HyperText", name="conversation", value="$conversation")
    right = ElementTree.SubElement(view, "View", style="flex: 2")
    for dimension in study.dimensions:
        ElementTree.SubElement(right, "Header", value=dimension.question, size="5")
        ends = f"{study.scale_lowest}: {dimension.worst} {study.scale_highest}: {dimension.best}"
        ElementTree.SubElement(right, "Header", value=ends, size="6")
        group = ElementTree.SubElement(
            right, "Choices", name=dimension.name, toName="conversation", choice="single-radio", showInline="true"
        )
        for score in range(study.scale_lowest, study.scale_highest + 1):
            ElementTree.SubElement(group, "Choice", value=str(score))
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def tasks(study: Study, rater: RaterPlan, units: Mapping[str, Shown]) -> list[dict[str, Any]]:
    """The rater's tasks, in order, for Label Studio's import. Outside text is escaped for its HTML."""
    return [
        {
            "data": {
                "study": study.study,
                "rater": rater.rater,
                "place": placement.place,
                "unit": placement.unit,
                "conversation": _html(units[placement.unit]),
            }
        }
        for placement in rater.placements
    ]


def _html(shown: Shown) -> str:
    parts = [f"<p><i>The user's situation: {escape.html(shown.scenario)}</i></p>"] if shown.scenario else []
    for line in shown.lines:
        parts.append(f"<p><b>{escape.html(line.speaker)}:</b> {escape.html(line.text)}</p>")
        parts += [f'<p><img src="{escape.html(picture)}" width="160"></p>' for picture in line.pictures]
    return "".join(parts)
