"""`muse llm`: what a store holds, whether it is whole, and taking it elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from muse.core.errors import MuseError
from muse.llm.request import key_of
from muse.llm.store import Answer, Entry, Failure, Store
from muse.steps.llm import main


def answer(number: int, stage: str = "converse", text: str = "yes") -> Answer:
    request = {"endpoint": "e", "model": "m", "stage": stage, "record": f"r{number}", "temperature": 0.7}
    return Answer(
        key=key_of(request), request=request, text=text, prompt_tokens=100, completion_tokens=10, cost_usd=0.25
    )


def failure(number: int, stage: str = "converse", reason: str = "refusal", before: int = 0) -> Failure:
    known = answer(number, stage).model_dump(include={"key", "request"})
    return Failure(
        **known, reason=reason, detail="no", before=before, prompt_tokens=5, completion_tokens=0, cost_usd=0.01
    )


def store(folder: Path, *answers: Entry) -> Path:
    writing = Store(folder)
    for each in answers:
        writing.put(each)
    writing.close()
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def problem(*words: object) -> tuple[str, str]:
    """The error's text, and what was listed before it."""
    result = run(*words)
    assert isinstance(result.exception, MuseError)
    return str(result.exception), result.stderr


def test_stats_adds_up_each_answer_once_by_stage(tmp_path: Path) -> None:
    folder = store(tmp_path, failure(2), answer(1), answer(2), answer(3, "optimize"), failure(4, "optimize"))
    store(tmp_path, answer(1))
    lines = [line.split() for line in run("stats", folder).output.splitlines()[1:]]
    assert lines == [
        ["converse", "e/m", "2", "0", "200", "20", "0.5000"],
        ["optimize", "e/m", "1", "1", "105", "10", "0.2600"],
        ["all", "3", "1", "305", "30", "0.7600"],
    ]


def test_a_whole_store_is_said_to_be_whole_even_after_a_kill(tmp_path: Path) -> None:
    folder = store(tmp_path, answer(1), answer(2))
    (segment,) = folder.iterdir()
    segment.write_bytes(segment.read_bytes()[:-5])
    assert run("verify", folder).output == "1 answers, all whole\n"


def test_verify_names_the_line_of_each_problem(tmp_path: Path) -> None:
    folder = store(tmp_path, answer(1), answer(2), answer(2, text="no"), answer(3).model_copy(update={"key": "0" * 64}))
    (segment,) = folder.iterdir()
    segment.write_bytes(segment.read_bytes().replace(b'"r1"', b'"r7"'))
    error, listed = problem("verify", folder)
    assert "lines: 3 (delete" in error
    damaged, second, changed = listed.splitlines()
    assert f"{segment}:1: damaged" in damaged
    assert f"{segment}:3: a second" in second
    assert f"{segment}:4: the key" in changed


def test_a_store_goes_elsewhere_and_back(tmp_path: Path) -> None:
    folder = store(tmp_path / "a", answer(1), answer(2))
    assert "2 answers" in run("export", folder, tmp_path / "a.gz").output
    assert run("verify", tmp_path / "a.gz").output == "2 answers, all whole\n"
    assert run("stats", tmp_path / "a.gz").output == run("stats", folder).output
    assert run("import", tmp_path / "b", tmp_path / "a.gz").output == "2 new answers\n"
    assert run("import", tmp_path / "b", tmp_path / "a.gz").output == "0 new answers\n"
    assert list(Store(tmp_path / "b").answers()) == list(Store(folder).answers())


def test_what_got_no_answer_goes_along_and_gives_way_to_an_answer(tmp_path: Path) -> None:
    folder = store(tmp_path / "a", failure(1), failure(1, reason="timeout", before=1), failure(2), answer(2))
    run("export", folder, tmp_path / "a.gz")
    run("import", tmp_path / "b", tmp_path / "a.gz")
    there = Store(tmp_path / "b")
    last = there.failure(answer(1).key)
    assert last is not None
    assert (last.reason, there.get(answer(1).key)) == ("timeout", None)
    assert (there.failure(answer(2).key), there.get(answer(2).key)) == (None, answer(2))


def test_an_exported_file_with_a_changed_answer_is_not_taken_over(tmp_path: Path) -> None:
    Store(store(tmp_path / "a", answer(1), answer(2).model_copy(update={"key": "0" * 64}))).pack(tmp_path / "a.gz")
    error, _ = problem("import", tmp_path / "b", tmp_path / "a.gz")
    assert "lines: 1 (fetch" in error
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("command", ["stats", "verify"])
def test_a_store_that_is_not_there_is_an_error(command: str, tmp_path: Path) -> None:
    assert "no such store" in problem(command, tmp_path / "none")[0]


def test_a_file_that_is_not_there_is_not_taken_over(tmp_path: Path) -> None:
    assert "not an exported store" in problem("import", tmp_path / "b", tmp_path / "none.gz")[0]
    assert not (tmp_path / "b").exists()
