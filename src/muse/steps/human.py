"""A study with human raters: write all that they need, and read their answers back.

`export`: OUT/study.json is the researcher's plan, which names the systems: raters must not see it.
OUT/forms/<rater>.html is a form each; OUT/label-studio/config.xml and <rater>.json a project each;
OUT/instructions.txt, consent.txt, pay.json.

`import`: OUT/ratings.csv: item, system, dimension, rater, score; OUT/attention.csv: rater, check, passed;
OUT/repeats.csv: item, system, dimension, rater, first, again; OUT/report.json: what is missing, by rater. The first
three go into `quality.ratings` of the configuration: {scores: .., attention: .., repeats: ..}.
"""

from __future__ import annotations

from pathlib import Path

import click
from pydantic import ValidationError

from muse.config import StepConfig
from muse.core.errors import MuseError
from muse.core.escape import file_name
from muse.core.files import first_problem, read_json, replacing, write_json, write_text
from muse.core.seeding import generator
from muse.quality import dialogues, tables
from muse.quality.ratings.table import Rating
from muse.quality.study import form, label_studio, texts
from muse.quality.study.answers import read
from muse.quality.study.collect import Check, Repeat, collect
from muse.quality.study.content import shown
from muse.quality.study.plan import STAGE, Study, plan
from muse.steps._options import FILE, config
from muse.steps._quality import (
    conversations_option,
    dropped_option,
    images_option,
    items_option,
    pictures_of,
    sampled,
)


@click.group()
def main() -> None:
    """A study with human raters: write all that they need, and read their answers back."""


@main.command()
@config
@conversations_option
@dropped_option
@items_option
@images_option
@click.option("--out", required=True, type=FILE, help="Output: folder of the study.")
def export(config: StepConfig, conversations: Path, dropped: Path, items: Path, images: Path, out: Path) -> None:
    """Plan a study over the datasets of quality.study.systems and write all that raters need."""
    settings = config.quality.study
    pictures = pictures_of(items, images)
    judged, absent = sampled(config, conversations, dropped)
    for name in settings.systems:
        if name not in judged and name not in absent:
            raise MuseError(
                f"no dataset {name!r}; known: {', '.join([*judged, *absent])}",
                where="config/config.yaml",
                remedy="name datasets that the judge reads in quality.study.systems",
            )
        if name in absent:
            click.echo(f"{name} is left out: {absent[name]}", err=True)
    sample = [
        dialogue
        for name in settings.systems
        if name in judged
        # One seed for all: versions of the same conversations stay together.
        for dialogue in dialogues.stratified(
            judged[name], settings.items_per_system, generator(config.seed, STAGE, "sample")
        )
    ]
    study = plan(sample, settings, config.quality.scale, config.seed)
    found = {(dialogue.dataset, dialogue.dialogue_id): dialogue for dialogue in sample}
    units = {unit.unit: shown(unit, found, pictures) for unit in study.units}
    most = max(len(rater.placements) for rater in study.raters)
    with replacing(out) as folder:
        write_json(folder / "study.json", study.model_dump())
        for rater in study.raters:
            name = file_name(rater.rater)
            write_text(folder / "forms" / f"{name}.html", form.render(study, rater, units, settings))
            write_json(folder / "label-studio" / f"{name}.json", label_studio.tasks(study, rater, units))
        write_text(folder / "label-studio" / "config.xml", label_studio.configuration(study))
        write_text(folder / "instructions.txt", "\n\n".join(texts.instructions(settings, study, most)) + "\n")
        write_text(folder / "consent.txt", "\n\n".join(texts.consent(settings, most)) + "\n")
        write_json(folder / "pay.json", texts.estimate(settings, study))
    click.echo(f"{len(study.raters)} raters, {len(study.units)} units, at most {most} entries each: {out}", err=True)


@main.command(name="import")
@click.option("--study", required=True, type=FILE, help="study.json of the export.")
@click.option("--out", required=True, type=FILE, help="Output: folder of tables.")
@click.argument("answers", nargs=-1, required=True, type=FILE)
def import_(study: Path, out: Path, answers: tuple[Path, ...]) -> None:
    """Read ANSWERS (saved forms, Label Studio exports) and write ratings, checks, repeats and what is missing."""
    try:
        planned = Study.model_validate(read_json(study))
    except ValidationError as error:
        raise MuseError(f"not a study: {first_problem(error)}", where=study, remedy="give study.json") from None
    found = collect(planned, [answer for path in answers for answer in read(path)])
    with replacing(out) as folder:
        tables.write_csv(folder / "ratings.csv", Rating, found.ratings)
        tables.write_csv(folder / "attention.csv", Check, found.checks)
        tables.write_csv(folder / "repeats.csv", Repeat, found.repeats)
        write_json(folder / "report.json", found.report)
    for rater, state in found.report["raters"].items():
        if state["missing_places"] or state["open_questions"]:
            click.echo(
                f"{rater}: {state['answered']} of {state['planned']} entries answered,"
                f" {len(state['open_questions'])} with open questions",
                err=True,
            )
