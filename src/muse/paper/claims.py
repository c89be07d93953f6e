"""The paper's claims, each decided by a field of a result file against what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from muse.core.errors import MuseError
from muse.core.files import first_problem, read_json
from muse.core.records import Record
from muse.paper.lookup import Value, look_up, number

Verdict = Literal["pass", "FAIL"]


class Claim(Record):
    """One entry of config/claims.yaml.

    `found` is a reference (see `look_up`); `expected` a literal, a reference, or [low, high] for `between`;
    `tolerance` is absolute, and `why` says why it is what it is. `where` names labels of the paper. The claim applies
    at its `scales` and where each reference in `when` has the value (or the other reference's value) beside it;
    `otherwise` says why it is not made where one has not.
    """

    id: str
    sentence: str
    where: str
    found: str
    relation: Literal["equals", "at least", "at most", "greater than", "less than", "between"]
    expected: Value | tuple[Value, Value]
    tolerance: float
    why: str
    scales: tuple[str, ...]
    when: Mapping[str, Value] = Field(default_factory=dict)
    otherwise: str = ""

    @model_validator(mode="after")
    def _says_why_not(self) -> Self:
        if bool(self.when) != bool(self.otherwise):
            raise ValueError("`when` and `otherwise` stand together")
        return self


class Decision(Record):
    """A claim with what was found and the verdict."""

    claim: Claim
    expected: Value | tuple[Value, Value]
    found: Value
    verdict: Verdict


def read_claims(path: Path) -> list[Claim]:
    """The claims of a YAML file; ids are unique."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    claims: list[Claim] = []
    for entry in entries:
        try:
            claims.append(Claim.model_validate(entry))
        except ValidationError as error:
            name = entry.get("id", entry) if isinstance(entry, dict) else entry
            raise MuseError(f"claim {name}: {first_problem(error)}", where=path, remedy="correct the entry") from None
    doubled = {claim.id for claim in claims if sum(other.id == claim.id for other in claims) > 1}
    if doubled:
        raise MuseError(f"claim ids used twice: {sorted(doubled)}", where=path, remedy="give each its own")
    return claims


def read_decisions(path: Path) -> list[Decision]:
    """What `muse claims` wrote; MuseError where the file does not hold decisions."""
    try:
        return [Decision.model_validate(entry) for entry in read_json(path)]
    except ValidationError as error:
        raise MuseError(first_problem(error), where=path, remedy="run the rule claims again") from None


def decide(claims: Sequence[Claim], config: Mapping[str, Any], root: Path) -> list[Decision]:
    """A decision for each claim that applies to this run."""
    return [_decide(claim, config, root) for claim in claims if applies(claim, config, root)]


def applies(claim: Claim, config: Mapping[str, Any], root: Path) -> bool:
    """Whether the claim is about such a run: its scale and its conditions."""
    return config["scale"] in claim.scales and all(
        look_up(reference, config, root) == _resolve(value, config, root) for reference, value in claim.when.items()
    )


def _decide(claim: Claim, config: Mapping[str, Any], root: Path) -> Decision:
    found = look_up(claim.found, config, root)
    if isinstance(claim.expected, tuple):
        low, high = (_resolve(value, config, root) for value in claim.expected)
        holds = number(low) - claim.tolerance <= number(found) <= number(high) + claim.tolerance
        return Decision(claim=claim, expected=(low, high), found=found, verdict="pass" if holds else "FAIL")
    expected = _resolve(claim.expected, config, root)
    holds = _holds(claim.relation, found, expected, claim.tolerance)
    return Decision(claim=claim, expected=expected, found=found, verdict="pass" if holds else "FAIL")


_RELATIONS: dict[str, Callable[[float, float, float], bool]] = {
    "at least": lambda found, expected, tolerance: found >= expected - tolerance,
    "at most": lambda found, expected, tolerance: found <= expected + tolerance,
    "greater than": lambda found, expected, tolerance: found > expected - tolerance,
    "less than": lambda found, expected, tolerance: found < expected + tolerance,
}


def _holds(relation: str, found: Value, expected: Value, tolerance: float) -> bool:
    if relation == "equals":
        if isinstance(found, str) or isinstance(expected, str):
            return found == expected
        return abs(number(found) - number(expected)) <= tolerance
    return _RELATIONS[relation](number(found), number(expected), tolerance)


def _resolve(value: Value, config: Mapping[str, Any], root: Path) -> Value:
    return look_up(value, config, root) if isinstance(value, str) and "#" in value else value


def markdown(decisions: Sequence[Decision]) -> str:
    """The decisions as a Markdown table."""
    lines = ["| claim | expected | found | verdict |", "|---|---|---|---|"]
    for decision in decisions:
        cells = (decision.claim.sentence, wanted(decision), shown(decision.found), decision.verdict)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def wanted(decision: Decision) -> str:
    """What was expected, in words."""
    relation, tolerance = decision.claim.relation, decision.claim.tolerance
    if isinstance(decision.expected, tuple):
        words = f"between {shown(decision.expected[0])} and {shown(decision.expected[1])}"
    else:
        words = shown(decision.expected) if relation == "equals" else f"{relation} {shown(decision.expected)}"
    return words + (f" ± {shown(tolerance)}" if tolerance else "")


_DIGEST = re.compile(r"[0-9a-f]{64}")


def shown(value: Value) -> str:
    """A value for people: four significant digits, thousands marked; of a digest the beginning."""
    if isinstance(value, str) and _DIGEST.fullmatch(value):
        return value[:10] + "…"
    if isinstance(value, bool | str):
        return str(value)
    return f"{value:,.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:.4g}"
