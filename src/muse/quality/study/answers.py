"""Raters' answers, read from files of the form or from exports of Label Studio."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from muse.core.errors import MuseError
from muse.core.files import first_problem, read_json
from muse.core.records import Record
from muse.quality.study.form import FORMAT


class Answer(Record):
    """A rater's scores for the unit at one place of their plan; open questions are left out."""

    study: str
    rater: str
    place: int
    unit: str
    scores: dict[str, int]
    where: str


class _FormEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    place: int
    unit: str
    seconds: Annotated[int, Field(ge=0)]
    scores: dict[str, int]


class _Form(BaseModel):
    """The file that a rating form saves."""

    model_config = ConfigDict(extra="forbid")

    format: str
    study: str
    rater: str
    consent: bool
    comment: str
    answers: list[_FormEntry]


class _Choices(BaseModel):
    choices: Annotated[list[int], Field(min_length=1, max_length=1)]


class _Result(BaseModel):
    from_name: str
    type: Literal["choices"]
    value: _Choices


class _Annotation(BaseModel):
    was_cancelled: bool
    result: list[_Result]


class _Data(BaseModel):
    study: str
    rater: str
    place: int
    unit: str


class _Task(BaseModel):
    """A task of Label Studio's JSON export; only what is read here, the rest of its fields is left alone."""

    id: int
    data: _Data
    annotations: list[_Annotation]


def read(path: Path) -> list[Answer]:
    """The answers in a file of either kind. Raises MuseError with the file and the entry for anything else."""
    value = read_json(path)
    try:
        if isinstance(value, list):
            return [answer for task in value for answer in _of_task(_Task.model_validate(task), path)]
        if isinstance(value, dict) and value.get("format") == FORMAT:
            return _of_form(_Form.model_validate(value), path)
    except ValidationError as error:
        raise MuseError(first_problem(error), where=path, remedy="give the file as it was saved") from None
    raise MuseError(
        "neither a saved rating form nor a JSON export of Label Studio",
        where=path,
        remedy="give the file as it was saved",
    )


def _of_form(form: _Form, path: Path) -> list[Answer]:
    if not form.consent:
        raise MuseError(f"{form.rater} did not consent", where=path, remedy="leave the file out")
    return [
        _answer(path, study=form.study, rater=form.rater, place=entry.place, unit=entry.unit, scores=entry.scores)
        for entry in form.answers
    ]


def _of_task(task: _Task, path: Path) -> list[Answer]:
    found = []
    for annotation in task.annotations:
        if annotation.was_cancelled:
            continue
        names = [result.from_name for result in annotation.result]
        if len(set(names)) < len(names):
            raise MuseError(f"task {task.id} answers a question twice", where=path, remedy="keep one of the answers")
        scores = {result.from_name: result.value.choices[0] for result in annotation.result}
        found.append(_answer(path, **task.data.model_dump(), scores=scores))
    return found


def _answer(path: Path, **fields: Any) -> Answer:
    return Answer(**fields, where=f"{path}, place {fields['place']}")
