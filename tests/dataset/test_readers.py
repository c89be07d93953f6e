import csv
import json
from pathlib import Path
from typing import Any

import pytest
from support import conversation

from muse.core.errors import MuseError
from muse.dataset import readers
from muse.dataset.comparison import compare, describe
from muse.dataset.readers import Utterance

INSPIRED = Path("../shared/data/inspired/dev.tsv")
NOTHING = {"inspired": None, "redial": None, "mmconv": None, "pearl": None}


def spoken(path: Path, reader: str) -> list[list[tuple[Any, ...]]]:
    dialogues = readers.READERS[reader](path)
    return [[(u.speaker, u.text, u.items, u.images) for u in dialogue.utterances] for dialogue in dialogues]


@pytest.mark.skipif(not INSPIRED.is_file(), reason="INSPIRED is not beside the project")
def test_inspired_dev_agrees_with_the_csv_module_utterance_by_utterance() -> None:
    with INSPIRED.open(newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    header, lines = lines[0], lines[1:]
    column = {name: place for place, name in enumerate(header)}
    read = [
        (dialogue.dialogue_id, utterance.speaker, utterance.text)
        for dialogue in readers.inspired(INSPIRED)
        for utterance in dialogue.utterances
    ]
    speakers = {"SEEKER": "user", "RECOMMENDER": "assistant"}
    assert read == [
        (line[column["dialog_id"]], speakers[line[column["speaker"]]], line[column["text"]]) for line in lines
    ]
    counts = describe(readers.inspired(INSPIRED))
    assert counts["dialogues"] == len({line[0] for line in lines}) == 99
    assert counts["utterances"] == len(lines) == 3538
    assert counts["utterances_by_speaker"] == {"user": 1678, "assistant": 1860}
    films = {film.strip() for line in lines for film in line[column["movies"]].split(";") if film.strip()}
    assert counts["items"] == len(films)


def test_inspired_is_read_without_quoting(tmp_path: Path) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text(
        "dialog_id\tutt_id\tspeaker\ttext\tmovies\n"
        'a\t1\tRECOMMENDER\t"Hi there\t\n'
        'a\t2\tSEEKER\tI saw "Up"\tUp (2009); Mine (2016)\n'
        "b\t1\tSEEKER\tHello\t\n"
    )
    assert spoken(path, "INSPIRED") == [
        [("assistant", '"Hi there', (), ()), ("user", 'I saw "Up"', ("Up (2009)", "Mine (2016)"), ())],
        [("user", "Hello", (), ())],
    ]


def test_redial(tmp_path: Path) -> None:
    path = tmp_path / "train_data.jsonl"
    record = {
        "conversationId": "391",
        "initiatorWorkerId": 0,
        "respondentWorkerId": 1,
        "movieMentions": {"111776": "Super Troopers (2001)"},
        "messages": [
            {"timeOffset": 0, "text": "Hi", "senderWorkerId": 0, "messageId": 1021},
            {"timeOffset": 15, "text": "Try @111776 or @111776", "senderWorkerId": 1, "messageId": 1022},
        ],
    }
    path.write_text(json.dumps(record) + "\n")
    assert spoken(path, "ReDial") == [
        [("user", "Hi", (), ()), ("assistant", "Try @111776 or @111776", ("111776",), ())]
    ]


def test_mmconv(tmp_path: Path) -> None:
    path = tmp_path / "dialogues.json"
    turns = [
        {
            "agent": {"transcript": "", "imgs": []},
            "user": {"transcript": "A place to eat?", "imgs": [], "turn_label": {}},
        },
        {
            "agent": {
                "transcript": "Try this",
                "imgs": ["a/1.jpg", "a/2.jpg"],
                "dialog_act": {"venuename: Blue Door": "recommend", "img_gts: 1": "inform"},
            },
            "user": {"transcript": "", "imgs": ["b.jpg"], "turn_label": {}},
        },
    ]
    path.write_text(json.dumps({"7": {"id": "7", "dialogue": turns}}))
    assert spoken(path, "MMConv") == [
        [
            ("user", "A place to eat?", (), ()),
            ("assistant", "Try this", ("Blue Door",), ("a/1.jpg", "a/2.jpg")),
            ("user", "", (), ("b.jpg",)),
        ]
    ]


@pytest.mark.parametrize("whole", [True, False])
def test_pearl_as_one_list_and_as_lines(tmp_path: Path, whole: bool) -> None:
    path = tmp_path / "train.json"
    record = {"user_id": "u", "dialogue": ["Seeker: Hi: hello", "", "Recommender: Watch 'Fury'"], "user_persona": ""}
    path.write_text(json.dumps([record, record]) if whole else json.dumps(record) + "\n" + json.dumps(record))
    assert spoken(path, "PEARL") == [[("user", "Hi: hello", (), ()), ("assistant", "Watch 'Fury'", (), ())]] * 2


@pytest.mark.parametrize(
    ("reader", "text", "said"),
    [
        ("INSPIRED", "dialog_id\ttext\n", r":1: no field 'speaker'"),
        (
            "INSPIRED",
            "dialog_id\tutt_id\tspeaker\ttext\tmovies\na\t1\tBOT\thi\t\n",
            r"a, utterance 1: unknown speaker 'BOT'",
        ),
        ("ReDial", "{\n", r":1: not JSON"),
        ("ReDial", "{}\n", r":1: no field 'conversationId'"),
        ("MMConv", '{"3": {}}', r": 3: no field 'dialogue'"),
        ("PEARL", '[{"dialogue": ["no speaker"]}]', r": 0: a line without a speaker: 'no speaker'"),
        ("PEARL", '[{"dialogue": ["Bot: hi"]}]', r": 0: unknown speaker 'Bot'"),
    ],
)
def test_a_file_of_another_shape_is_named_with_its_place(tmp_path: Path, reader: str, text: str, said: str) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    with pytest.raises(MuseError, match=said):
        list(readers.READERS[reader](path))


def test_counts_by_hand() -> None:
    said = [("user", "Hello there!", (), ()), ("assistant", "A shirt.", ("i1", "i2"), ("i1",))]
    utterances = tuple(Utterance(speaker=s, text=t, items=i, images=p) for s, t, i, p in said)
    counts = describe([readers.Dialogue(dialogue_id="d", utterances=utterances)])
    # hello there ! / a shirt .
    assert (counts["tokens"], counts["vocabulary"], counts["tokens_per_utterance"]) == (6, 6, 3.0)
    assert (counts["items"], counts["images"], counts["utterances_with_image"]) == (2, 1, 1)
    assert counts["utterances_per_dialogue"]["mean"] == 2


def test_the_table_says_what_is_absent_and_marks_what_others_published(tmp_path: Path) -> None:
    pearl = tmp_path / "train.json"
    pearl.write_text('[{"dialogue": ["Seeker: Hi"]}]')
    files = {**NOTHING, "pearl": str(pearl), "redial": str(tmp_path / "absent.jsonl")}
    rows = {row["dataset"]: row for row in compare([readers.muse(conversation())], "MUSE (this run)", True, files)}
    assert {name: row["status"] for name, row in rows.items()} == {
        "MUSE (this run)": "computed",
        "INSPIRED": "not available here",
        "ReDial": "not available here",
        "MMConv": "not available here",
        "PEARL": "computed",
        "MUSE": "published only",
    }
    assert rows["MUSE (this run)"]["computed"]["utterances"] == 8
    assert rows["MUSE (this run)"]["scripted"]
    assert rows["PEARL"]["computed"]["utterances"] == 1
    assert rows["PEARL"]["published"]["utterances"] == 548061
    assert rows["ReDial"]["computed"] is None
    assert all(row["published"]["source"] for row in rows.values() if row["published"])
