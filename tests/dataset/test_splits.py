import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import conversation

from muse.core.errors import MuseError
from muse.core.records import Conversation
from muse.dataset.settings import SplitSettings
from muse.dataset.splits import SPLITS, leakage, split

SETTINGS = SplitSettings(validation=0.1, test=0.2, near_duplicate=0.5)


def made(number: int, target: str, name: str, scenario: str) -> Conversation:
    one = conversation(number, target)
    persona = one.profile.persona.model_copy(update={"name": name})
    profile = one.profile.model_copy(update={"persona": persona, "scenario": scenario})
    return one.model_copy(update={"profile": profile})


def distinct(count: int) -> list[Conversation]:
    return [made(n, f"i{n}", f"Ana {n}", f"alpha{n} beta{n} gamma{n} delta{n}") for n in range(count)]


def test_conversations_that_share_nothing_fill_the_wanted_shares_exactly() -> None:
    splits = split(distinct(100), SETTINGS, seed=1)
    assert {name: len(splits[name]) for name in SPLITS} == {"train": 70, "validation": 10, "test": 20}


def test_the_seed_changes_who_is_where_and_the_same_seed_does_not() -> None:
    ids = [{c.conversation_id for c in split(distinct(50), SETTINGS, seed)["test"]} for seed in (1, 1, 2)]
    assert ids[0] == ids[1] != ids[2]


def test_order_of_the_input_changes_no_split() -> None:
    forward = split(distinct(50), SETTINGS, seed=1)
    backward = split(distinct(50)[::-1], SETTINGS, seed=1)
    for name in SPLITS:
        assert forward[name] == backward[name][::-1]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 40), st.integers(0, 40)), min_size=40, max_size=60),
    st.integers(0, 5),
)
def test_nothing_crosses_and_nothing_is_lost(drawn: list[tuple[int, int, int]], seed: int) -> None:
    records = [made(n, f"i{i}", f"Ana {p}", f"s{s} t{s} u{s} v{s}") for n, (i, p, s) in enumerate(drawn)]
    try:
        splits = split(records, SETTINGS, seed)
    except MuseError:
        return
    assert sorted(c.conversation_id for name in SPLITS for c in splits[name]) == [c.conversation_id for c in records]
    for key in ("target_item", "persona", "scenario"):
        values = [{getattr(c.profile, key) for c in splits[name]} for name in SPLITS]
        assert not (values[0] & values[1] or values[0] & values[2] or values[1] & values[2])
    assert all(check["crossing"] == 0 for check in leakage(splits, SETTINGS)["checks"].values())


def test_a_near_duplicate_scenario_stays_with_its_twin() -> None:
    twin = "Ana has been asked to a garden party by the sea and wants to wear something light"
    records = distinct(40)
    records += [made(40, "x", "Bo", twin + " today"), made(41, "y", "Cy", twin)]
    for seed in range(5):
        splits = split(records, SETTINGS, seed)
        places = [name for name in SPLITS for c in splits[name] if c.conversation_id in {"c000040", "c000041"}]
        assert len(set(places)) == 1


def test_the_report_finds_a_leak_that_is_put_there() -> None:
    records = distinct(20)
    leaky = {"train": records[:18], "validation": [records[18]], "test": [made(99, "i0", "Zoe", "one two three four")]}
    report = leakage(leaky, SETTINGS)
    found = {kind: (check["pairs"], check["crossing"]) for kind, check in report["checks"].items()}
    assert found == {"target item": (1, 1), "persona": (0, 0), "near-duplicate scenario": (0, 0)}
    assert report["information"]["closest_scenarios_across_splits"] is None
    assert report["groups"] == {"count": 19, "largest": 2, "by_size": {"00001": 18, "00002": 1}}
    # All of the hand-made conversations say the same lines; only the first differs, by its day.
    repeated = report["information"]["test_utterances_verbatim_in_training"]
    assert repeated == {"utterances": 8, "repeated": 7}


def test_the_report_names_the_closest_scenarios_that_two_splits_have() -> None:
    train, test = made(0, "i0", "Ana", "a b c d e"), made(1, "i1", "Bo", "x b c d e")
    # Two of the four 3-grams are shared: abc, bcd, cde and xbc, bcd, cde.
    report = leakage(
        {"train": [train], "validation": [], "test": [test]}, SETTINGS.model_copy(update={"near_duplicate": 0.9})
    )
    closest = {"similarity": 0.5, "conversations": ["c000000", "c000001"]}
    assert report["information"]["closest_scenarios_across_splits"] == closest
    check = report["checks"]["near-duplicate scenario"]
    assert check["crossing"] == 0
    assert check["means"] == "a Jaccard similarity of the scenarios' word 3-grams of at least 0.9"


def test_conversations_that_are_all_tied_together_cannot_be_split() -> None:
    with pytest.raises(MuseError, match=r"10 conversations in 1 groups that may not be divided, the largest of 10"):
        split([made(n, "i1", f"Ana {n}", f"a{n} b{n} c{n}") for n in range(10)], SETTINGS, seed=1)


def test_a_split_of_share_zero_is_empty() -> None:
    none = SplitSettings(validation=0, test=0.2, near_duplicate=0.5)
    assert split(distinct(10), none, seed=1)["validation"] == []
