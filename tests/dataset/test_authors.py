import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from support import catalog, conversation, item

from dataset import material
from muse.core.errors import MuseError
from muse.core.files import read_jsonl
from muse.core.records import Conversation, Item, Persona, Rejection
from muse.dataset.authors import fields
from muse.dataset.authors.export import files, product
from muse.dataset.authors.imports import read_release
from muse.steps import export, import_dataset

ORIGINAL = Path("../shared/data/muse-original")
needs_original = pytest.mark.skipif(not ORIGINAL.is_dir(), reason="the authors' files are not beside the project")

# As the authors' generator writes it: the target whole, no Mentioned_item in the user's first turns, ids as numbers.
AS_RELEASED: dict[str, Any] = {
    "Persona": "'Name: Andrea Clark, Gender: female, Age: 64,Profession: Engineer, maintenance",
    "Scenario": "Andrea looks for trousers.",
    "Target_item": {"item_id": 6231, "title": "Cargo Pant", "price": 48.5, "categories": ["Clothing", "Pants"]},
    "Conversations": [
        {"Assistant": "Hello!", "Action": "chit-chat", "Mentioned_item": [], "Image": []},
        {"User": "Hi.", "Action": "chit-chat", "Image": []},
        {"Assistant": "This?", "Action": "recommend", "Mentioned_item": [17], "Image": ["images_main/17"]},
        {"User": "No.", "Action": "reject", "Mentioned_item": [], "Image": []},
        {"Assistant": "That?", "Action": "recommend", "Mentioned_item": [6231], "Image": ["images_main/6231.jpg"]},
        {"User": "Yes.", "Action": "accept", "Mentioned_item": [], "Image": []},
    ],
}


def release(folder: Path, **parts: Any) -> Path:
    """A folder with `conv_<number>` in detail_convs for each keyword `n<number>`, other keywords as files."""
    for name, value in parts.items():
        path = folder / (f"detail_convs/conv_{name[1:]}.json" if name[1:].isdigit() else f"{name}.json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value))
    return folder


def changed(**changes: Any) -> dict[str, Any]:
    return {**AS_RELEASED, **changes}


def uttered(**utterance: Any) -> dict[str, Any]:
    return changed(Conversations=[*AS_RELEASED["Conversations"], utterance])


def test_a_file_as_the_authors_release_it(tmp_path: Path) -> None:
    scenarios = [{"profile": "", "scenario": "Andrea looks for trousers.", "requirements": "Durable.\nDry."}]
    got = read_release(release(tmp_path, n7=AS_RELEASED, user_scenarios=scenarios, category2items={"Belts": ["17"]}))
    (read,) = got.conversations
    assert read.conversation_id == "c000007"
    assert read.profile.persona == Persona(
        name="Andrea Clark", gender="female", age=64, profession="Engineer, maintenance"
    )
    assert read.profile.requirements == ("Durable.", "Dry.")
    assert (read.profile.target_item, read.profile.category) == ("6231", "Pants")
    assert [each.speaker for each in read.turns] == ["assistant", "user"] * 3
    assert [each.action for each in read.turns][2:] == ["recommend", "reject", "recommend", "accept"]
    assert read.turns[4].items == read.turns[4].images == ("6231",)
    assert (read.reached, read.opening) == ("unknown", "text")
    assert (read.provenance.writer, read.provenance.scripted) == (f"import/{tmp_path.name}", False)
    assert {item.item_id: item.category for item in got.items} == {"6231": "Pants", "17": "Belts"}
    assert [line.reason for line in got.notes] == ["item-unknown"]
    assert got.rejected == []


@needs_original
def test_the_authors_real_profiles_and_categories_are_read_whole(tmp_path: Path) -> None:
    real = json.loads((ORIGINAL / "user_scenarios.json").read_text())
    release(tmp_path, n1=changed(Scenario=real[3]["scenario"], Target_item=real[3]["target_item"]["item_id"]))
    for name in ("user_scenarios.json", "category2items.json"):
        (tmp_path / name).symlink_to((ORIGINAL / name).resolve())
    got = read_release(tmp_path)
    assert got.rejected == []
    by_id = {item.item_id: item for item in got.items}
    assert len([entry for entry in real if str(entry["target_item"]["item_id"]) in by_id]) == len(real) == 20
    for entry in real:
        item, target = by_id[str(entry["target_item"]["item_id"])], entry["target_item"]
        assert (item.title, item.price, item.visual_description) == (
            target["title"],
            target["price"],
            target["new_description"],
        )
        assert item.categories == tuple(target["categories"])
        assert list(item.features) == target["features"]
        person = fields.persona(entry["profile"], fields.Notes())
        assert entry["profile"] == (
            f"'Name: {person.name}, Gender: {person.gender}, Age: {person.age},Profession: {person.profession}"
        )
    assert got.conversations[0].profile.target_item == "81461"
    assert got.conversations[0].profile.requirements


def test_what_is_written_out_is_read_back_the_same(tmp_path: Path) -> None:
    items = catalog(tmp_path / "images")
    records = [conversation(number, target) for number, target in ((0, "i1"), (3, "i2"), (5, "i3"))]
    for name, value in files(records, items):
        release(tmp_path / "out", **{name.removesuffix(".json").replace("detail_convs/conv_", "n"): value})
    got = read_release(tmp_path / "out")
    assert got.rejected == got.notes == []
    for before, after in zip(records, got.conversations, strict=True):
        # The format has no place for the reason and the review.
        profile = before.profile.model_copy(update={"reason": after.profile.reason})
        assert after == before.model_copy(update={"profile": profile, "review": None})
        assert after.provenance.scripted
    assert [product(item) for item in got.items] == [product(item) for item in items]


def test_the_exported_fields_are_the_authors_field_for_field() -> None:
    written = dict(files([conversation(4)], catalog_of_two()))
    detailed = written["detail_convs/conv_4.json"]
    assert list(detailed) == ["Persona", "Scenario", "Target_item", "Mentioned_items", "Conversations"]
    assert detailed["Persona"] == "'Name: Ana Marsh 4, Gender: female, Age: 34,Profession: teacher"
    assert detailed["Mentioned_items"] == ["i0", "i1"]
    assert detailed["Conversations"][3] == {
        "Assistant": "This cotton shirt is light. It has short sleeves.",
        "Action": "recommend",
        "Mentioned_item": ["i0"],
        "Image": ["images_main/i0"],
    }
    assert written["convs/conv_4.json"][1] == {"Assistant": "How lovely, what do you have in mind?"}
    assert written["category2items.json"] == {"Shirts": ["i0", "i1"]}
    (scenario,) = written["user_scenarios.json"]
    assert list(scenario) == ["profile", "scenario", "requirements", "target_item"]
    assert " ".join(scenario["target_item"]) == (
        "title description average_rating price features categories details images new_description item_id"
    )


def catalog_of_two() -> list[Item]:
    return [item(0), item(1)]


@pytest.mark.parametrize(
    ("value", "reason", "said"),
    [
        ("{", "not-json", "conv_2.json"),
        ("[" * 100_000, "not-json", "conv_2.json"),
        ('{"Scenario": "\\ud800"}', "not-unicode", "conv_2.json"),
        ([{"User": "hi"}], "not-an-object", "conv_2.json: expected an object"),
        ({"Persona": ""}, "missing-field", "no field 'Conversations'"),
        (changed(Conversations=[]), "no-utterances", "field 'Conversations' is empty"),
        (changed(Target_item=None), "wrong-type", "field 'Target_item' is NoneType"),
        (changed(Target_item={"title": "x"}), "missing-field", "no field 'item_id'"),
        (uttered(Robot="beep"), "unknown-speaker", "Conversations[6]: expected one of the fields 'User', 'Assistant'"),
        (uttered(User="a", Assistant="b"), "unknown-speaker", "Conversations[6]"),
        (uttered(User=None), "wrong-type", "Conversations[6]: field 'User' is NoneType"),
        (uttered(User="a", Mentioned_item=[None]), "wrong-type", "Conversations[6].Mentioned_item: None is no item id"),
        (uttered(User="a", Image={}), "wrong-type", "Conversations[6]: field 'Image' is dict"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_its_field_and_the_rest_goes_on(
    tmp_path: Path, value: Any, reason: str, said: str
) -> None:
    got = read_release(release(tmp_path, n1=AS_RELEASED, n2=value, n9=AS_RELEASED))
    assert [each.conversation_id for each in got.conversations] == ["c000001", "c000009"]
    (line,) = got.rejected
    assert (line.record_id, line.reason) == ("detail_convs/conv_2.json", reason)
    assert said in line.detail


def test_missing_actions_are_assumed_and_said(tmp_path: Path) -> None:
    spoken = [
        {"Assistant": "This one.", "Mentioned_item": [1]},
        {"User": "Hm.", "Action": "think"},
        {"User": "Yes", "Action": "Accept", "Image": "images_main/5.png"},
    ]
    got = read_release(release(tmp_path, n1=changed(Conversations=spoken)))
    assert [each.action for each in got.conversations[0].turns] == ["recommend", "chit-chat", "accept"]
    assert got.conversations[0].turns[2].images == ("5",)
    assert [(line.record_id, line.reason, line.detail) for line in got.notes][:2] == [
        ("detail_convs/conv_1.json: Conversations[0].Action", "action-missing", "None is read as recommend"),
        ("detail_convs/conv_1.json: Conversations[1].Action", "action-unknown", "'think' is read as chit-chat"),
    ]
    assert got.conversations[0].reached == "not reached"


def test_a_writer_that_is_not_understood_is_said_and_not_made_up(tmp_path: Path) -> None:
    got = read_release(release(tmp_path, n1=AS_RELEASED, provenance={"conv_1": {"writer": "x", "scripted": "?"}}))
    assert got.conversations[0].provenance.writer == f"import/{tmp_path.name}"
    assert [line.reason for line in got.notes] == ["provenance-not-understood", "item-unknown"]


def test_utterances_alone_are_reported_for_what_they_lack(tmp_path: Path) -> None:
    release(tmp_path, n1=AS_RELEASED)
    (tmp_path / "convs").mkdir()
    for number in (1, 2):
        (tmp_path / f"convs/conv_{number}.json").write_text("[]")
    (line,) = read_release(tmp_path).rejected
    assert (line.record_id, line.reason) == ("convs/conv_2.json", "no-details")


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["", "7", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["User", "Assistant", "item_id", "title", "price", "Action"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from([*AS_RELEASED, "Action"]), values, max_size=4),
    st.fixed_dictionaries({}, optional=dict.fromkeys(("User", "Action", "Mentioned_item", "Image"), values)),
    values,
)
def test_no_json_at_all_makes_the_import_fail_otherwise_than_by_report(
    fields_changed: dict[str, Any], utterance: dict[str, Any], table: Any
) -> None:
    with TemporaryDirectory() as name:
        folder = release(Path(name), n1=AS_RELEASED, n2=changed(**fields_changed), n3=uttered(**utterance))
        for side in ("user_scenarios", "category2items", "item_profile", "provenance"):
            release(folder, **{side: json.dumps(table)})
        got = read_release(folder)
        assert len(got.conversations) + sum("detail_convs" in line.record_id for line in got.rejected) == 3


@pytest.mark.parametrize("broken", ["{", "3"])
def test_broken_side_files_cost_no_conversation(tmp_path: Path, broken: str) -> None:
    names = ("user_scenarios", "category2items", "item_profile", "provenance")
    got = read_release(release(tmp_path, n1=AS_RELEASED, **dict.fromkeys(names, broken)))
    assert len(got.conversations) == 1
    assert sorted(line.record_id for line in got.rejected) == sorted(f"{name}.json" for name in names)


def test_nothing_to_import_is_an_error_that_names_file_and_field(tmp_path: Path) -> None:
    with pytest.raises(MuseError, match=r"conv_2\.json: no field 'Conversations'"):
        read_release(release(tmp_path, n2={}))
    with pytest.raises(MuseError, match="no such folder"):
        read_release(tmp_path / "absent")
    with pytest.raises(MuseError, match=r"conv_two\.json: a conversation's file has no number"):
        (tmp_path / "detail_convs" / "conv_two.json").write_text("{}")
        read_release(tmp_path)


def test_a_persona_of_another_shape_is_kept_as_the_name() -> None:
    notes = fields.Notes()
    assert fields.persona("a tall man", notes).name == "a tall man"
    assert fields.persona("Name: X, Gender: other, Age: 5, Profession: ", notes) == Persona(
        name="X", gender="unknown", age=5, profession=""
    )
    assert [line.reason for line in notes.lines] == ["persona-not-understood", "gender-not-understood"]


@pytest.mark.parametrize(
    ("price", "read"),
    [("$1,299.00", 1299.0), ("None", None), (None, None), (12, 12.0), (True, None), ("from 9.99", 9.99)],
)
def test_prices_come_as_numbers_and_texts(price: Any, read: float | None) -> None:
    assert fields.product({"item_id": 1, "price": price}, "here").price == read


def test_a_picture_is_never_taken_from_outside_the_folder(tmp_path: Path) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "secret.jpg")
    folder = release(tmp_path / "release", n1=changed(Target_item="../../secret"))
    (folder / "images_main").mkdir()
    assert read_release(folder).pictures == {}


def test_the_steps_write_out_and_read_in_hostile_records(tmp_path: Path, files: dict[str, Path]) -> None:
    records = [
        each
        for name in ("train", "validation", "test")
        for each in read_jsonl(files["splits"] / f"{name}.jsonl", Conversation)
    ]
    source = tmp_path / "conversations.jsonl"
    source.write_text("".join(each.model_dump_json() + "\n" for each in records))
    arguments = ["--conversations", source, "--catalog", files["catalog"], "--images", files["images"]]
    out = CliRunner().invoke(
        export.main, [*map(str, arguments), "--output", str(tmp_path / "out")], catch_exceptions=False
    )
    assert "missing.jpg" in out.stderr
    settings = material.configured(tmp_path / "config.yaml", source="import", import_folder=str(tmp_path / "out"))
    names = ("catalog", "described", "images", "categories", "profiles", "conversations", "quarantine", "report")
    outputs = [part for name in names for part in (f"--{name}", str(tmp_path / "in" / name))]
    told = CliRunner().invoke(import_dataset.main, ["--config", str(settings), *outputs], catch_exceptions=False)
    assert told.exit_code == 0
    again = read_jsonl(tmp_path / "in" / "conversations", Conversation)
    assert [each.conversation_id for each in again] == [each.conversation_id for each in records]
    assert again[0].turns[2].text == material.LONG
    assert again[1].profile.target_item == material.SLASHED
    assert again[1].turns[0].text == records[1].turns[0].text
    stored = {item.item_id: item for item in read_jsonl(tmp_path / "in" / "described", Item)}
    assert stored["i1"].title == material.SCRIPT
    assert all((tmp_path / "in" / "images" / item.image).is_file() for item in stored.values())
    with Image.open(tmp_path / "in" / "images" / stored["gone"].image) as card:
        left, _, right, _ = card.convert("L").point(lambda value: 255 * (value < 200)).getbbox() or (0, 0, 0, 0)
    assert right - left > card.width / 2  # "no picture", large enough to be read
    report = json.loads((tmp_path / "in" / "report").read_text())
    assert report["conversations"] == 12
    assert report["scripted"]
    assert report["import"]["without_picture"] == {"missing-image": 2}
    assert report["import"]["assumed"] == {"item-unknown": 1}
    assert read_jsonl(tmp_path / "in" / "quarantine", Rejection) == []
    assert all(each.provenance.scripted for each in again)
