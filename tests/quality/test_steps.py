from __future__ import annotations

import csv
import json
from pathlib import Path
from types import ModuleType

import pytest
import support
import yaml
from click.testing import CliRunner

from muse.core.errors import MuseError
from muse.core.files import write_jsonl
from muse.core.records import Rejection
from muse.llm.client import Client
from muse.quality.judge.rubric import NAMES
from muse.quality.study import form
from muse.steps import (
    fed,
    human,
    judge,
    judge_against_raters,
    judge_summary,
    pairwise,
    ratings,
    simulate_ratings,
)


def run(step: object, *arguments: object) -> None:
    result = CliRunner().invoke(step.main, [str(argument) for argument in arguments])  # type: ignore[attr-defined]
    if result.exception:
        raise result.exception
    assert result.exit_code == 0, result.output


@pytest.fixture
def configured(loaded: dict, tmp_path: Path) -> Path:
    """The step's sections, a small study and one dimension to rate."""
    quality = json.loads(json.dumps(loaded["quality"]))
    quality["simulation"] |= {"dimensions": {"naturalness": 0.0}, "items_per_system": 40}
    quality["study"] |= {"raters": 3, "ratings_per_item": 2, "items_per_system": 4, "repeats": 1}
    quality["study"]["systems"] = ["muse", "muse before rewriting", "INSPIRED", "absent"]
    quality["compare"] = {"INSPIRED": str(tmp_path / "dev.tsv"), "absent": "nowhere.jsonl"}
    quality["fed"]["path"] = str(tmp_path / "nowhere.csv")
    quality["resampling"]["draws"] = 100
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump({"seed": 1, "quality": quality}), encoding="utf-8")
    return path


def test_without_the_file_fed_says_so(configured: Path, tmp_path: Path) -> None:
    run(fed, "--config", configured, "--out", tmp_path / "fed.json")
    found = json.loads((tmp_path / "fed.json").read_text(encoding="utf-8"))
    assert found == {
        "source": "human (FED)",
        "available": False,
        "reason": "not available here: no file nowhere.csv",
    }


def test_simulated_ratings_are_analysed_and_labelled_and_the_same_each_time(configured: Path, tmp_path: Path) -> None:
    made = {}
    for folder in (tmp_path / "one", tmp_path / "two"):
        names = ("ratings.csv", "attention.csv", "judge.csv", "truth.json", "repeats.csv")
        files = {name: folder / name for name in names}
        run(
            simulate_ratings, "--config", configured, "--out", files["ratings.csv"], "--judge", files["judge.csv"],
            "--attention", files["attention.csv"], "--truth", files["truth.json"], "--repeats", files["repeats.csv"],
        )  # fmt: skip
        read = ("--config", configured, "--ratings", files["ratings.csv"], "--attention", files["attention.csv"])
        run(ratings, *read, "--repeats", files["repeats.csv"], "--out", folder / "ratings.json")
        run(judge_against_raters, *read, "--scores", files["judge.csv"], "--out", folder / "against.json")
        made[folder] = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    one, two = made.values()
    assert one == two
    assert json.loads(one["ratings.json"])["source"] == "simulated raters"
    assert json.loads(one["against.json"])["source"] == "simulated raters and simulated judge"
    found = json.loads(one["ratings.json"])
    (careless,) = found["failed_attention"]
    every, attentive = (found["self_agreement"][kept] for kept in ("all", "attentive"))
    assert set(every["raters"]) - set(attentive["raters"]) == {careless}
    kappas = [part["dimensions"]["naturalness"]["weighted_kappa"]["value"] for part in (every, attentive)]
    assert kappas[0] < kappas[1]


@pytest.fixture
def shown(loaded: dict, configured: Path, tmp_path: Path) -> dict[str, Path]:
    """What the judges' steps read: three conversations, and one that the reviewer dropped."""
    sections = yaml.safe_load(configured.read_text(encoding="utf-8"))
    sections["quality"]["judge"] |= {"sample": 2, "pairs": 1, "repeats": 2, "repeat_sample": 1}
    sections["quality"]["compare"] = {}
    configured.write_text(yaml.safe_dump(sections | {"llm": json.loads(json.dumps(loaded["llm"]))}), encoding="utf-8")
    paths = {"conversations": "conversations.jsonl", "dropped": "quarantine.jsonl", "items": "items.jsonl"}
    read = {"config": configured, "images": tmp_path / "images"} | {name: tmp_path / at for name, at in paths.items()}
    write_jsonl(read["items"], support.catalog(read["images"]))
    write_jsonl(read["conversations"], [support.conversation(number) for number in range(3)])
    lost = Rejection(record_id="c000009", stage="optimize", reason="x", detail="", finished=support.conversation(9))
    write_jsonl(read["dropped"], [lost, lost.model_copy(update={"finished": None})])
    return read


def options(paths: dict[str, Path], *names: str) -> list[object]:
    return [part for name in names or paths for part in (f"--{name}", paths[name])]


@pytest.mark.parametrize(("step", "asks", "total"), [(judge, "judge", 2 * 3 + 1 + 1), (pairwise, "compare", 2 * 3)])
def test_judges_that_were_stopped_are_not_asked_again(
    step: ModuleType, asks: str, total: int, shown: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ask, asked = getattr(step, asks), []

    async def until_the_third(client: Client, role: str, *more: object, **options: object) -> object:
        asked.append(role)
        if len(asked) == 3:
            raise RuntimeError("killed")
        return await ask(client, role, *more, **options)

    def written(name: str) -> bytes:
        run(step, *options(shown), "--quarantine", tmp_path / "rejected.jsonl", "--out", tmp_path / name)
        return (tmp_path / name).read_bytes()

    monkeypatch.setattr(step, asks, until_the_third)
    with pytest.raises(RuntimeError, match="killed"):
        written("stopped.csv")
    (left,) = (tmp_path / "work/kept").iterdir()
    finished = len(left.read_bytes().splitlines()) - 1
    assert finished >= 2
    before = len(asked)
    resumed = written("stopped.csv")
    assert len(asked) - before == total - finished
    assert not left.exists()
    assert resumed == written("alone.csv")


def test_judges_read_each_version_and_what_the_reviewer_dropped(shown: dict[str, Path], tmp_path: Path) -> None:
    read = options(shown, "config", "conversations", "dropped")
    for step, out in ((judge, "scores.csv"), (pairwise, "pairwise.csv")):
        run(step, *options(shown), "--quarantine", tmp_path / "rejected.jsonl", "--out", tmp_path / out)
    summed = ("--scores", tmp_path / "scores.csv", "--pairwise", tmp_path / "pairwise.csv")
    run(judge_summary, *read, *summed, "--out", tmp_path / "judge.json")
    assert (tmp_path / "rejected.jsonl").read_text() == ""
    found = json.loads((tmp_path / "judge.json").read_text(encoding="utf-8"))
    assert found["source"] == "scripted heuristic"
    (judged,) = found["judges"].values()
    counts = {mean["dataset"]: mean["n"] for mean in judged["means"]}
    assert counts == {
        "muse": 2, "muse before rewriting": 2, "muse without pictures": 2, "muse dropped by the reviewer": 1,
    }  # fmt: skip
    assert {name: len(found) for name, found in judged["differences"].items()} == dict.fromkeys(
        ("rewriter", "reviewer", "pictures", "opening"), len(NAMES)
    )
    assert {entry["n"] for entry in judged["differences"]["reviewer"]} == {3}
    assert judged["pairwise"]["judgements"] == 2 * judged["pairwise"]["pairs"] == 2 * 3


def test_two_judges_by_configuration(shown: dict[str, Path], tmp_path: Path) -> None:
    sections = yaml.safe_load(shown["config"].read_text(encoding="utf-8"))
    llm = sections["llm"]
    llm["endpoints"]["elsewhere"] = llm["endpoints"]["offline"]
    llm["roles"]["second"] = llm["roles"]["judge"] | {"endpoint": "elsewhere"}
    sections["quality"]["judge"]["roles"] = ["judge", "second"]
    shown["config"].write_text(yaml.safe_dump(sections), encoding="utf-8")
    for step, out in ((judge, "scores.csv"), (pairwise, "pairwise.csv")):
        run(step, *options(shown), "--quarantine", tmp_path / "rejected.jsonl", "--out", tmp_path / out)
    summed = ("--scores", tmp_path / "scores.csv", "--pairwise", tmp_path / "pairwise.csv")
    run(judge_summary, *options(shown, "config", "conversations", "dropped"), *summed, "--out", tmp_path / "judge.json")
    found = json.loads((tmp_path / "judge.json").read_text(encoding="utf-8"))
    assert set(found["judges"]) == {"offline/muse-offline-1", "elsewhere/muse-offline-1"}
    assert set(found["among_judges"]) == set(NAMES)
    # All was written by the first: its preference for its own can't be told from the dialogues' quality.
    assert found["self_preference"]["elsewhere/muse-offline-1"]["reason"] == "one of the groups is empty"
    sections["llm"]["roles"]["second"]["endpoint"] = "offline"
    shown["config"].write_text(yaml.safe_dump(sections), encoding="utf-8")
    for step in (judge, pairwise):
        with pytest.raises(MuseError, match="'judge' and 'second' are both offline/muse-offline-1"):
            run(step, *options(shown), "--quarantine", tmp_path / "rejected.jsonl", "--out", tmp_path / "no.csv")


def test_a_study_goes_out_and_comes_back(configured: Path, tmp_path: Path) -> None:
    images = tmp_path / "images"
    write_jsonl(tmp_path / "items.jsonl", support.catalog(images))
    write_jsonl(tmp_path / "conversations.jsonl", [support.conversation(number) for number in range(9)])
    write_jsonl(tmp_path / "quarantine.jsonl", [])
    lines = [f"f{at}\t{turn}\t{who}\tHi\t" for at in range(6) for turn, who in ((1, "SEEKER"), (2, "RECOMMENDER"))]
    (tmp_path / "dev.tsv").write_text("\n".join(["dialog_id\tutt_id\tspeaker\ttext\tmovies", *lines]) + "\n")
    study = tmp_path / "study"
    run(
        human, "export", "--config", configured, "--conversations", tmp_path / "conversations.jsonl", "--items",
        tmp_path / "items.jsonl", "--images", images, "--dropped", tmp_path / "quarantine.jsonl", "--out", study,
    )  # fmt: skip
    assert {path.name for path in study.iterdir()} == {
        "study.json", "forms", "label-studio", "instructions.txt", "consent.txt", "pay.json",
    }  # fmt: skip
    plan = json.loads((study / "study.json").read_text(encoding="utf-8"))
    shown: dict[str, set[str]] = {unit["system"]: set() for unit in plan["units"]}
    for unit in plan["units"]:
        shown[unit["system"]].add(unit["item"])
    assert set(shown) == {"muse", "muse before rewriting", "INSPIRED", "attention check"}
    assert shown["muse"] == shown["muse before rewriting"]  # so that versions are compared pair by pair
    saved = []
    for rater in plan["raters"]:
        answers = [
            {"place": place["place"], "unit": place["unit"], "seconds": 5, "scores": dict.fromkeys(NAMES, 4)}
            for place in rater["placements"]
        ]
        path = tmp_path / f"{rater['rater']}.json"
        head = {"format": form.FORMAT, "study": plan["study"], "rater": rater["rater"], "consent": True, "comment": ""}
        path.write_text(json.dumps(head | {"answers": answers}), encoding="utf-8")
        saved.append(path)
    run(human, "import", "--study", study / "study.json", "--out", tmp_path / "back", *saved)
    report = json.loads((tmp_path / "back/report.json").read_text(encoding="utf-8"))
    assert report["complete"]
    with (tmp_path / "back/ratings.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 3 * 4 * 2 * 5  # systems, items, ratings of each, dimensions
    assert {row["score"] for row in rows} == {"4"}
