"""The reviewer's list of claims: of each its place in the paper, the file that decides it, and when it holds."""

from __future__ import annotations

from collections.abc import Sequence

from muse.paper.claims import Claim, shown

SECTIONS = {  # what a claim looks at -> the part of the DAG that makes it
    "results/dataset/": "dataset",
    "results/quality/": "quality",
    "results/finetune/": "finetune",
}

_HEAD = """\
# Claims, one by one

Made by `make guide` from `config/claims.yaml`; do not edit. `make reproduce SCALE=..` decides all claims of that scale,
prints them, and leaves `results/claims.md`; after it `make verify` decides them again in seconds. Above each section
stands the command that makes just the files which its claims look at; [ARTIFACT.md](../ARTIFACT.md#time-and-disk) says
what each step of it takes. A field is a path through the JSON file, or the row and column of the CSV file. The paper
ends with the claims of its own run.
"""


def claims_page(claims: Sequence[Claim]) -> str:
    """The list as Markdown, a section for each part of the DAG."""
    sections: dict[str, list[Claim]] = {}
    for claim in claims:
        sections.setdefault(_section(claim), []).append(claim)
    return "\n".join([_HEAD, *(_table(part, of_it) for part, of_it in sections.items())])


def _section(claim: Claim) -> str:
    file = claim.found.partition("#")[0]
    return next((part for start, part in SECTIONS.items() if file.startswith(start)), "paper")


def _table(part: str, claims: Sequence[Claim]) -> str:
    lines = [
        f"## {part}",
        "",
        f"`.venv/bin/snakemake --config scale=SCALE {part}`",
        "",
        "| claim | label in paper/main.typ | look at | holds when | why so | claimed of |",
        "|---|---|---|---|---|---|",
    ]
    for claim in claims:
        file, _, field = claim.found.partition("#")
        cells = (claim.sentence, claim.where, f"`{file}`: {field}", _holds_when(claim), claim.why, _runs(claim))
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _holds_when(claim: Claim) -> str:
    expected = claim.expected if isinstance(claim.expected, tuple) else (claim.expected,)
    words = f"{claim.relation} {' and '.join(_expected(value) for value in expected)}"
    return words + (f", ± {shown(claim.tolerance)}" if claim.tolerance else "")


def _runs(claim: Claim) -> str:
    conditions = [f"`{what}` is {_expected(value)}" for what, value in claim.when.items()]
    return "; ".join([f"scale {', '.join(claim.scales)}", *conditions])


def _expected(value: bool | int | float | str) -> str:
    """A number; or where the number stands, when it is another result or a setting."""
    return f"`{value}`" if isinstance(value, str) else shown(value)
