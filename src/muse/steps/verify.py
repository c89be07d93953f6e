"""Check the claims against the results at hand and say where everything is; exit status 1 when a claim fails."""

from __future__ import annotations

import shutil
import sys
import textwrap
from pathlib import Path

import click
import yaml

from muse.core.errors import MuseError
from muse.core.files import read_json, write_json
from muse.paper.claims import Decision, decide, read_claims, shown, wanted
from muse.paper.lookup import configuration_digest
from muse.steps._options import FILE

_DIGESTS = Path("results/dataset/digests.json")
_PLACES = {
    "paper": "results/paper.pdf",
    "pages": "results/site/index.html",
    "tables": "results/tables",
    "figures": "results/figures",
    "dataset": "data/release",
}
_NO_TERMINAL = (100, 24)
_NARROWEST = 30  # of the claims' column
_GAP = "  "


@click.command()
@click.option("--claims", default="config/claims.yaml", type=FILE, show_default=True, help="The claims, YAML.")
@click.option(
    "--config",
    default="work/config/claims.yaml",
    type=FILE,
    show_default=True,
    help="The configuration of the run, as its rule left it.",
)
@click.option("--record", is_flag=True, help="First make the digests of the dataset at hand those that are expected.")
def main(claims: Path, config: Path, *, record: bool) -> None:
    """Check the claims against the results at hand and say where everything is.

    The exit status is 1 when a claim fails.
    """
    if not config.exists():
        raise MuseError("nothing has been run here yet", where=config, remedy="make reproduce SCALE=smoke")
    sections = yaml.safe_load(config.read_text(encoding="utf-8"))
    if record:
        found = {"configuration": configuration_digest(sections), **read_json(_DIGESTS)}
        write_json(claims.parent / f"digests/{sections['scale']}.json", found)
    entries = read_claims(claims)
    decisions = decide(entries, sections, Path())
    _print(decisions)
    click.echo()
    for name, place in _PLACES.items():
        missing = "" if Path(place).exists() else "   (not made yet)"
        click.echo(f"{name:8} {place}{missing}")
    decided = {decision.claim.id for decision in decisions}
    others: dict[str, list[str]] = {}
    for claim in entries:
        if sections["scale"] in claim.scales and claim.id not in decided:
            others.setdefault(claim.otherwise, []).append(claim.id)
    for reason, names in others.items():
        click.echo(f"\nnot decided, since {reason}: {', '.join(names)}")
    failed = [decision.claim.id for decision in decisions if decision.verdict == "FAIL"]
    click.echo(
        f"\n{len(decisions) - len(failed)} of {len(decisions)} claims hold at scale {sections['scale']}", nl=False
    )
    click.echo(f"; not: {', '.join(failed)}" if failed else "")
    sys.exit(1 if failed else 0)


def _print(decisions: list[Decision]) -> None:
    """A table as wide as the terminal: sentences that are longer than what the other columns leave are wrapped."""
    rows = [(d.claim.sentence, wanted(d), shown(d.found), d.verdict) for d in decisions]
    header = ("claim", "expected", "found", "verdict")
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(4)]
    left = shutil.get_terminal_size(_NO_TERMINAL).columns - sum(width + len(_GAP) for width in widths[1:])
    widths[0] = min(widths[0], max(left, _NARROWEST))
    for row in (header, tuple("-" * width for width in widths), *rows):
        first, *more = textwrap.wrap(row[0], widths[0], subsequent_indent=_GAP)
        cells = zip((first, *row[1:]), widths, strict=True)
        click.echo("\n".join([_GAP.join(cell.ljust(width) for cell, width in cells).rstrip(), *more]))
