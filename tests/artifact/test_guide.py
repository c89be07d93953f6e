"""The reviewer's list of claims is that of config/claims.yaml."""

from __future__ import annotations

from muse.artifact.guide import claims_page
from muse.paper.claims import read_claims
from workflow.dag import ROOT


def test_the_list_is_up_to_date() -> None:
    written = (ROOT / "docs/claims.md").read_text(encoding="utf-8")
    assert written == claims_page(read_claims(ROOT / "config/claims.yaml")), "run `make guide`"


def test_every_claim_has_one_row_under_the_part_that_makes_its_file() -> None:
    claims = read_claims(ROOT / "config/claims.yaml")
    part = ""
    rows: dict[str, str] = {}
    for line in claims_page(claims).splitlines():
        part = line.removeprefix("## ") if line.startswith("## ") else part
        if line.startswith("| ") and not line.startswith("| claim "):
            assert line.count(" | ") == 5, line
            rows[line.removeprefix("| ").split(" | ")[0]] = part
    assert set(rows) == {claim.sentence.replace("|", "/") for claim in claims}
    assert {rows[claim.sentence] for claim in claims if claim.found.startswith("results/finetune/")} == {"finetune"}
