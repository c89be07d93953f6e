"""The claims with their verdicts, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from muse.paper.claims import Decision, shown, wanted
from muse.paper.tables.form import Column, Table


def claims(decisions: Sequence[Decision]) -> Table:
    """Each claim, what was expected, what was found (digests shortened: results/claims.json has all of it)."""
    rows = [[one.claim.sentence, wanted(one), shown(one.found), one.verdict] for one in decisions]
    columns = [Column("Claim", wrapped=True), Column("Expected"), Column("Found"), Column("Verdict")]
    return Table("claims", columns, rows)
