"""Out to Label Studio and to the form, and back in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from muse.core.errors import MuseError
from muse.quality.judge.rubric import NAMES
from muse.quality.ratings.table import Ratings
from muse.quality.study import form, label_studio
from muse.quality.study.answers import read
from muse.quality.study.collect import collect
from muse.quality.study.plan import Study
from quality.study.conftest import HOSTILE, Prepared


def saved_form(prepared: Prepared, rater: int, **changes: Any) -> dict[str, Any]:
    plan = prepared.study.raters[rater]
    expected = {unit.unit: unit.expected for unit in prepared.study.units}
    answers = [
        {
            "place": place.place,
            "unit": place.unit,
            "seconds": 9,
            "scores": {name: expected[place.unit] or (place.place + at) % 5 + 1 for at, name in enumerate(NAMES)},
        }
        for place in plan.placements
    ]
    base = {"format": form.FORMAT, "study": prepared.study.study, "rater": plan.rater, "consent": True, "comment": ""}
    return base | {"answers": answers} | changes


def label_studio_export(prepared: Prepared, rater: int) -> list[dict[str, Any]]:
    """What Label Studio 1.x exports as JSON for this rater's project, all of its fields."""
    answers = saved_form(prepared, rater)["answers"]
    tasks = label_studio.tasks(prepared.study, prepared.study.raters[rater], prepared.units)
    return [
        {
            "id": 100 + at,
            "annotations": [
                {
                    "id": 500 + at,
                    "completed_by": 1,
                    "result": [
                        {
                            "value": {"choices": [str(score)]},
                            "id": f"r{at}-{name}",
                            "from_name": name,
                            "to_name": "conversation",
                            "type": "choices",
                            "origin": "manual",
                        }
                        for name, score in answer["scores"].items()
                    ],
                    "was_cancelled": False,
                    "ground_truth": False,
                    "created_at": "2026-01-05T10:00:00.000000Z",
                    "updated_at": "2026-01-05T10:00:00.000000Z",
                    "draft_created_at": None,
                    "lead_time": 12.3,
                    "prediction": {},
                    "result_count": 5,
                    "unique_id": "0c5f",
                    "import_id": None,
                    "last_action": None,
                    "bulk_created": False,
                    "task": 100 + at,
                    "project": 7,
                    "updated_by": 1,
                    "parent_prediction": None,
                    "parent_annotation": None,
                    "last_created_by": None,
                }
            ],
            "file_upload": "rater-01.json",
            "drafts": [],
            "predictions": [],
            "data": task["data"],
            "meta": {},
            "created_at": "2026-01-05T10:00:00.000000Z",
            "updated_at": "2026-01-05T10:00:00.000000Z",
            "inner_id": at + 1,
            "total_annotations": 1,
            "cancelled_annotations": 0,
            "total_predictions": 0,
            "comment_count": 0,
            "unresolved_comment_count": 0,
            "last_comment_updated_at": None,
            "project": 7,
            "updated_by": 1,
            "comment_authors": [],
        }
        for at, (task, answer) in enumerate(zip(tasks, answers, strict=True))
    ]


def test_a_real_export_of_label_studio_is_read(tmp_path: Path) -> None:
    # Made by Label Studio 1.23.2 from our configuration and tasks, labelled through its API; pictures cut out.
    real = json.loads(Path(__file__).with_name("label_studio_1_23_2.json").read_text(encoding="utf-8"))
    found = collect(Study.model_validate(real["study"]), read(write(tmp_path, "export.json", real["export"])))
    state = found.report["raters"]["rater 02"]
    assert state["missing_places"] == [4]  # skipped
    assert state["open_questions"] == [{"place": 2, "open": list(NAMES[3:])}]
    (check,) = found.checks
    assert not check.passed  # the entry at place 2, answered at random
    assert len([rating for rating in found.ratings if rating.score is not None]) == 2 * 5
    assert {(repeat.first, repeat.again) for repeat in found.repeats if repeat.dimension == NAMES[0]} == {(1, 1)}


def write(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_both_formats_come_back_as_the_same_ratings(prepared: Prepared, tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.json", saved_form(prepared, 0)), write(tmp_path, "b.json", saved_form(prepared, 1))]
    mixed = [paths[0], write(tmp_path, "c.json", label_studio_export(prepared, 1))]
    one, other = (
        collect(prepared.study, [answer for path in some for answer in read(path)]) for some in (paths, mixed)
    )
    assert one.ratings == other.ratings
    assert one.checks == other.checks
    assert one.repeats == other.repeats
    assert {check.passed for check in one.checks} == {True}
    planned = sum(not place.repeat for rater in prepared.study.raters for place in rater.placements) - 3  # less checks
    assert len(one.ratings) == planned * 5
    assert len(one.repeats) == 2 * 5
    assert one.report["raters_without_answers"] == ["rater 03"]
    assert not one.report["complete"]
    assert {rating.system for rating in one.ratings} == {"muse", "muse before rewriting"}


def test_open_questions_and_missing_entries_are_listed(prepared: Prepared, tmp_path: Path) -> None:
    saved = saved_form(prepared, 0)
    del saved["answers"][0]["scores"]["naturalness"]
    saved["answers"][1]["scores"] = {}
    report = collect(prepared.study, read(write(tmp_path, "a.json", saved))).report["raters"]["rater 01"]
    assert report["open_questions"] == [{"place": 1, "open": ["naturalness"]}]
    assert report["missing_places"] == [2]


def test_a_failed_check_is_told(prepared: Prepared, tmp_path: Path) -> None:
    saved = saved_form(prepared, 0)
    check = next(unit for unit in prepared.study.units if unit.expected is not None)
    entry = next(answer for answer in saved["answers"] if answer["unit"] == check.unit)
    entry["scores"]["naturalness"] = check.expected % 5 + 1
    found = collect(prepared.study, read(write(tmp_path, "a.json", saved)))
    assert [line.passed for line in found.checks] == [False]


def bad(saved: dict[str, Any], kind: str) -> dict[str, Any]:
    entry = saved["answers"][0]
    if kind == "score":
        entry["scores"]["naturalness"] = 6
    elif kind == "question":
        entry["scores"]["charm"] = 3
    elif kind == "unit":
        entry["unit"] = "u9999"
    elif kind == "place":
        entry["place"] = 99
    elif kind == "twice":
        saved["answers"].append(entry)
    else:
        saved[kind] = {"study": "other", "rater": "nobody", "consent": False, "format": "?"}[kind]
    return saved


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("score", "score 6 on naturalness is not of the scale 1..5"),
        ("question", "unknown question 'charm'"),
        ("unit", "unit 'u9999' where the plan has"),
        ("place", "no such rater or place"),
        ("twice", "answered place 1 twice"),
        ("study", "of study 'other', not"),
        ("rater", "no such rater or place"),
        ("consent", "did not consent"),
        ("format", "neither a saved rating form nor a JSON export of Label Studio"),
    ],
)
def test_what_does_not_belong_is_refused_by_name(prepared: Prepared, tmp_path: Path, kind: str, problem: str) -> None:
    path = write(tmp_path, "a.json", bad(saved_form(prepared, 0), kind))
    with pytest.raises(MuseError) as error:
        collect(prepared.study, read(path))
    assert problem in error.value.message
    assert "a.json" in str(error.value.where)


def test_a_question_answered_twice_in_label_studio(prepared: Prepared, tmp_path: Path) -> None:
    export = label_studio_export(prepared, 0)
    export[0]["annotations"][0]["result"].append(export[0]["annotations"][0]["result"][0])
    with pytest.raises(MuseError, match="answers a question twice"):
        read(write(tmp_path, "a.json", export))


def test_a_skipped_task_counts_as_missing(prepared: Prepared, tmp_path: Path) -> None:
    export = label_studio_export(prepared, 0)
    export[0]["annotations"][0]["was_cancelled"] = True
    report = collect(prepared.study, read(write(tmp_path, "a.json", export))).report
    assert report["raters"]["rater 01"]["missing_places"] == [1]


def test_the_labelling_configuration_names_each_dimension_and_score(prepared: Prepared) -> None:
    root = ElementTree.fromstring(label_studio.configuration(prepared.study))
    groups = {group.get("name"): [choice.get("value") for choice in group] for group in root.iter("Choices")}
    assert groups == {name: ["1", "2", "3", "4", "5"] for name in NAMES}
    assert {group.get("toName") for group in root.iter("Choices")} == {root.find(".//HyperText").get("name")}
    assert root.find(".//HyperText").get("value") == "$conversation"


def test_outside_text_is_escaped_in_form_and_tasks_and_systems_are_nowhere(prepared: Prepared) -> None:
    for rater in prepared.study.raters:
        page = form.render(prepared.study, rater, prepared.units, prepared.settings)
        tasks = json.dumps(label_studio.tasks(prepared.study, rater, prepared.units))
        assert HOSTILE not in page
        assert "<b>bold</b>" not in tasks
        for secret in ("before rewriting", "c000001", "attention check"):
            assert secret not in page
            assert secret not in tasks


def test_imported_ratings_are_a_table_for_the_analysis(prepared: Prepared, tmp_path: Path, settings: Any) -> None:
    from muse.quality import tables
    from muse.quality.ratings.table import Rating
    from muse.quality.ratings.table import read as read_table

    found = collect(prepared.study, read(write(tmp_path, "a.json", saved_form(prepared, 0))))
    tables.write_csv(tmp_path / "ratings.csv", Rating, found.ratings)
    table: Ratings = read_table(tmp_path / "ratings.csv", settings.scale, NAMES)
    assert len(table.frame) == len(found.ratings)
    assert table.frame["score"].notna().sum() == sum(rating.score is not None for rating in found.ratings)
