"""Read raters' answers back: saved forms and exports of Label Studio, checked against the study's plan.

OUT/ratings.csv: item, system, dimension, rater, score; OUT/attention.csv: rater, check, passed; OUT/repeats.csv: item,
system, dimension, rater, first, again; OUT/report.json: what is missing, by rater. The first three go into
`quality.ratings` of the configuration: {scores: .., attention: .., repeats: ..}.
"""

from __future__ import annotations

from pathlib import Path

import click
from pydantic import ValidationError

from muse.core.errors import MuseError
from muse.core.files import first_problem, read_json, replacing, write_json
from muse.quality import tables
from muse.quality.ratings.table import Rating
from muse.quality.study.answers import read
from muse.quality.study.collect import Check, Repeat, collect
from muse.quality.study.plan import Study
from muse.steps._options import FILE


@click.command()
@click.option("--study", required=True, type=FILE, help="study.json of the export.")
@click.option("--out", required=True, type=FILE, help="Output: folder of tables.")
@click.argument("answers", nargs=-1, required=True, type=FILE)
def main(study: Path, out: Path, answers: tuple[Path, ...]) -> None:
    """Read ANSWERS (saved forms, Label Studio exports) and write ratings, checks, repeats and what is missing."""
    try:
        plan = Study.model_validate(read_json(study))
    except ValidationError as error:
        raise MuseError(f"not a study: {first_problem(error)}", where=study, remedy="give study.json") from None
    found = collect(plan, [answer for path in answers for answer in read(path)])
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
