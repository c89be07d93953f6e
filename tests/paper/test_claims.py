"""Claims: every relation at its edge, references, and a broken result that is seen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from muse.config import load
from muse.core.errors import MuseError
from muse.paper.claims import Claim, decide, markdown, read_claims, read_decisions
from muse.steps.verify import main as verify
from paper.small import write

CONFIG = {"scale": "smoke", "profiles": {"count": 60}}
ROOT = Path(__file__).parents[2]


def claim(**changes: object) -> Claim:
    base = {
        "id": "n",
        "sentence": "There are N conversations.",
        "where": "tab-dataset",
        "found": "r.json#all.n",
        "relation": "equals",
        "expected": 60,
        "tolerance": 0,
        "why": "deterministic",
        "scales": ["smoke"],
    }
    return Claim.model_validate(base | changes)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    found = {"all": {"n": 60, "list": [{"x": 0.25, "k": "a", "l": 1}, {"x": 9, "k": "a", "l": 2}]}, "digest": "abc"}
    (tmp_path / "r.json").write_text(json.dumps(found | {"ok": True, "low": None}))
    (tmp_path / "smoke.json").write_text(json.dumps({"n": 7}))
    (tmp_path / "t.csv").write_text("model,variant,recall\na,base,0.1\na,tuned,0.5\nb,tuned,0.7\n")
    return tmp_path


def verdict(root: Path, **changes: object) -> str:
    (decision,) = decide([claim(**changes)], CONFIG, root)
    return decision.verdict


@pytest.mark.parametrize(
    ("relation", "expected", "tolerance", "holds"),
    [
        ("equals", 60, 0, True),
        ("equals", 61, 0, False),
        ("equals", 61, 1, True),
        ("at least", 60, 0, True),
        ("at least", 60.5, 0, False),
        ("at most", 59, 0, False),
        ("greater than", 60, 0, False),
        ("less than", 60.1, 0, True),
        ("between", [60, 70], 0, True),
        ("between", [61, 70], 0, False),
        ("equals", "config#profiles.count", 0, True),
        ("greater than", "t.csv#model=b,variant=tuned/recall", 0, True),
    ],
)
def test_relations_at_their_edges(root: Path, relation: str, expected: object, tolerance: float, holds: bool) -> None:
    assert verdict(root, relation=relation, expected=expected, tolerance=tolerance) == ("pass" if holds else "FAIL")


@pytest.mark.parametrize("relation", ["equals", "at least", "at most", "greater than", "less than"])
def test_what_is_undefined_holds_no_claim(root: Path, relation: str) -> None:
    assert verdict(root, found="r.json#low", relation=relation, expected=0) == "FAIL"


def test_text_is_compared_as_text(root: Path) -> None:
    assert verdict(root, found="r.json#digest", expected="abc") == "pass"
    assert verdict(root, found="r.json#digest", expected="abd") == "FAIL"
    assert verdict(root, found="r.json#digest", relation="at least", expected=1) == "FAIL"


def test_a_broken_result_fails_its_claim_and_no_other(root: Path) -> None:
    claims = [claim(), claim(id="x", found="r.json#all.list.0.x", expected=0.25)]
    assert [d.verdict for d in decide(claims, CONFIG, root)] == ["pass", "pass"]
    (root / "r.json").write_text(json.dumps({"all": {"n": 59, "list": [{"x": 0.25}]}}))
    assert [d.verdict for d in decide(claims, CONFIG, root)] == ["FAIL", "pass"]
    assert "| 60 | 59 | FAIL |" in markdown(decide(claims, CONFIG, root))


def test_claims_of_other_scales_and_of_other_runs_are_left_out(root: Path) -> None:
    assert decide([claim(scales=["full"])], CONFIG, root) == []
    assert decide([claim(when={"r.json#digest": "xyz"}, otherwise="not xyz")], CONFIG, root) == []
    met = {"r.json#digest": "abc", "r.json#all.n": "config#profiles.count"}
    assert len(decide([claim(when=met, otherwise="not abc")], CONFIG, root)) == 1


def test_the_claims_are_enough_and_stand_in_the_paper() -> None:
    claims = read_claims(ROOT / "config/claims.yaml")
    assert all(sum(scale in each.scales for each in claims) >= 20 for scale in ("smoke", "full"))
    source = (ROOT / "paper/main.typ").read_text()
    labels = {label for each in claims for label in each.where.split(", ")}
    assert [label for label in sorted(labels) if f"<{label}>" not in source] == []


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with small results, where `muse verify` says that all holds."""
    write(tmp_path / "results")
    shutil.copytree(ROOT / "config", tmp_path / "config")
    config = load({"scale": "smoke", "profiles": {"count": 10}}, ROOT / "config")
    (tmp_path / "work/config").mkdir(parents=True)
    (tmp_path / "work/config/claims.yaml").write_text(yaml.safe_dump(config))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_verify_says_pass_records_digests_and_fails_when_one_changes(run: Path) -> None:
    before = CliRunner().invoke(verify)
    assert before.exit_code == 0, before.output
    assert "not decided, since the recorded digests are of other settings than this run's: digest-cat" in before.output
    recorded = CliRunner().invoke(verify, ["--record"])
    assert recorded.exit_code == 0, recorded.output
    assert "not decided" not in recorded.output
    digests = run / "results/dataset/digests.json"
    digests.write_text(digests.read_text().replace("b" * 64, "c" * 64))
    after = CliRunner().invoke(verify)
    assert after.exit_code == 1
    assert after.output.rstrip().endswith("; not: digest-conversations")


def test_verify_says_why_a_claim_is_not_made(run: Path) -> None:
    (run / "results/quality/fed.json").write_text('{"available": false, "source": "human (FED)"}')
    done = CliRunner().invoke(verify)
    assert done.exit_code == 0, done.output
    assert (
        "not decided, since FED's ratings are not at hand (the file of quality.fed.path): fed-agreement" in done.output
    )


@pytest.mark.parametrize("columns", [84, 100, 300])
def test_the_table_is_as_wide_as_the_terminal_and_leaves_no_word_out(run: Path, columns: int) -> None:
    done = CliRunner().invoke(verify, env={"COLUMNS": str(columns)})
    _, dashes, *rows = done.output.partition("\n\n")[0].splitlines()
    assert max(map(len, rows)) <= columns
    words = " ".join(row[: len(dashes.split()[0])].strip() for row in rows)
    config = yaml.safe_load((run / "work/config/claims.yaml").read_text())
    made = decide(read_claims(run / "config/claims.yaml"), config, run)
    assert words == " ".join(each.claim.sentence for each in made)
    assert (len(rows) == len(made)) == (columns == 300)


@pytest.mark.parametrize(
    ("file", "place", "value", "broken"),
    [
        ("dataset/statistics.json", "all.conversations", 9, "conversations"),
        ("dataset/statistics.json", "all.images.recommended_without", 1, "every-recommendation-has-a-picture"),
        ("dataset/generation.json", "rewriter.after.distinct_2", 0.1, "rewriter-keeps-diversity"),
        ("dataset/leakage.json", "checks.persona.crossing", 1, "no-leak-persona"),
        ("quality/text.json", "datasets.muse.repeated_utterances", 0.5, "repeats"),
        ("quality/text.json", "looks.true.colour.value", 0.5, "colours-true"),
        ("quality/ratings.json", "all.agreement.naturalness.alpha_ordinal.low", -0.1, "raters-agree"),
        ("quality/fed.json", "analysis.agreement.Overall.alpha_ordinal.value", 0.5, "fed-agreement"),
        ("llm/usage.json", "converse.cost_usd", 0.5, "no-cost"),
    ],
)
def test_a_result_broken_on_purpose_fails_its_claim(
    run: Path, file: str, place: str, value: float, broken: str
) -> None:
    path = run / "results" / file
    found = json.loads(path.read_text())
    inner = found
    *parents, last = place.split(".")
    for name in parents:
        inner = inner[name]
    assert inner[last] != value
    inner[last] = value
    path.write_text(json.dumps(found))
    done = CliRunner().invoke(verify)
    assert done.exit_code == 1
    assert done.output.rstrip().endswith(f"; not: {broken}")


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_at_least_and_less_than_are_opposites(tmp_path_factory: pytest.TempPathFactory, a: float, b: float) -> None:
    root = tmp_path_factory.mktemp("r")
    (root / "r.json").write_text(json.dumps({"all": {"n": a}}))
    assert (verdict(root, relation="at least", expected=b) == "pass") is not (
        verdict(root, relation="less than", expected=b) == "pass"
    )


def test_decisions_are_read_back(root: Path) -> None:
    decisions = decide([claim(), claim(id="x", relation="between", expected=[61, 70])], CONFIG, root)
    (root / "claims.json").write_text(json.dumps([decision.model_dump(mode="json") for decision in decisions]))
    assert read_decisions(root / "claims.json") == decisions
    (root / "claims.json").write_text("[{}]")
    with pytest.raises(MuseError, match=r"claims\.json: .*Field required"):
        read_decisions(root / "claims.json")


def test_a_bad_entry_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("- {id: n, sentence: s}\n")
    with pytest.raises(MuseError, match=r"claims\.yaml: claim n: where: Field required"):
        read_claims(path)
