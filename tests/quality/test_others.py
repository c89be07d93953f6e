from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import support

from muse.core.errors import MuseError
from muse.core.files import write_jsonl
from muse.quality import others

HEADER = "dialog_id\tutt_id\tspeaker\ttext\tmovies\n"
INSPIRED = Path("../shared/data/inspired/dev.tsv")


def test_inspired_rows_become_dialogues_quotes_and_all(tmp_path: Path) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text(HEADER + 'a\t1\tRECOMMENDER\t"Hi "you"\t\na\t2\tSEEKER\tHello\t\nb\t1\tSEEKER\tHey\t\n')
    (first, second), _ = others.read_all({"INSPIRED": path})
    assert [(line.speaker, line.text) for line in first.utterances] == [("assistant", '"Hi "you"'), ("user", "Hello")]
    assert (first.writer, first.dataset, second.dialogue_id) == ("human", "INSPIRED", "b")


@pytest.mark.skipif(not INSPIRED.is_file(), reason="INSPIRED is not beside the project")
def test_the_whole_of_inspired_dev_is_compared_with() -> None:
    with INSPIRED.open(newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found, _ = others.read_all({"INSPIRED": INSPIRED})
    assert sum(len(dialogue.utterances) for dialogue in found) == len(lines) - 1
    text = lines[0].index("text")
    assert [line.text for dialogue in found for line in dialogue.utterances] == [line[text] for line in lines[1:]]


def test_each_published_dataset_is_read_by_its_name(tmp_path: Path) -> None:
    pearl = tmp_path / "train.json"
    pearl.write_text(json.dumps([{"dialogue": ["Seeker: Hi", "Recommender: Hello"]}, {"dialogue": []}]))
    (found,), _ = others.read_all({"PEARL": pearl})
    assert found.writer.startswith("published/")
    assert [line.speaker for line in found.utterances] == ["user", "assistant"]


def test_what_is_absent_is_said_and_ours_is_read(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "other.jsonl", [support.conversation()])
    found, absent = others.read_all({"x": tmp_path / "other.jsonl", "y": tmp_path / "none.tsv"})
    assert [dialogue.dataset for dialogue in found] == ["x"]
    assert absent == {"y": "not available here: no file none.tsv"}


@pytest.mark.parametrize(
    ("text", "problem"), [("", "no field"), ("a\tb\n1\t2\n", "no field"), (HEADER, "no dialogues in it")]
)
def test_another_table_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MuseError, match=problem):
        others.read_all({"INSPIRED": path})
