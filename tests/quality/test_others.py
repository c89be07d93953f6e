from __future__ import annotations

from pathlib import Path

import pytest
import support

from muse.core.errors import MuseError
from muse.core.files import write_jsonl
from muse.quality import others

HEADER = "dialog_id\tutt_id\tspeaker\ttext\n"


def test_inspired_rows_become_dialogues(tmp_path: Path) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text(HEADER + 'a\t1\tRECOMMENDER\tHi "you"\nb\t1\tSEEKER\tHey\na\t2\tSEEKER\tHello\n', encoding="utf-8")
    first, second = others.read_inspired(path)
    assert [(line.speaker, line.text) for line in first.utterances] == [("assistant", 'Hi "you"'), ("user", "Hello")]
    assert (first.writer, second.dialogue_id) == ("human", "b")


def test_what_is_absent_is_said_and_ours_is_read(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "other.jsonl", [support.conversation()])
    found, absent = others.read_all({"x": tmp_path / "other.jsonl", "y": tmp_path / "none.tsv"})
    assert [dialogue.dataset for dialogue in found] == ["x"]
    assert absent == {"y": "not available here: no file none.tsv"}


@pytest.mark.parametrize("text", ["", "a\tb\n1\t2\n", HEADER])
def test_another_table_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MuseError, match="no rows with the columns"):
        others.read_inspired(path)
