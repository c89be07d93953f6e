from support import conversation, item

from muse.core.text import tokens
from muse.dataset.statistics import count, statistics_of, summary


def test_summary_by_hand_and_where_it_is_not_defined() -> None:
    assert summary([1, 2, 6]) == {"mean": 3.0, "sd": 2.6458, "min": 1, "median": 2, "max": 6}
    assert summary([4]) == {"mean": 4.0, "sd": None, "min": 4, "median": 4, "max": 4}
    assert set(summary([]).values()) == {None}


def test_count_is_in_the_order_of_the_values_text() -> None:
    assert list(count(["b", "a", "b", 3]).items()) == [("3", 1), ("a", 1), ("b", 2)]


def test_statistics_of_hand_made_conversations() -> None:
    splits = {
        "train": [conversation(0), conversation(1, target="gone")],
        "validation": [conversation(2).model_copy(update={"review": None})],
        "test": [],
    }
    got = statistics_of(splits, [item(0), item(1)])
    assert got["scripted"] == 3
    assert got["writers"] == {"offline/muse-offline-1": 3}
    assert got["catalog"] == {"items": 2, "categories": 1}
    whole = got["all"]
    assert (whole["conversations"], whole["utterances"]) == (3, 24)
    assert whole["speakers"]["user"]["utterances"] == whole["speakers"]["assistant"]["utterances"] == 12
    assert whole["tokens"] == whole["speakers"]["user"]["tokens"] + whole["speakers"]["assistant"]["tokens"]
    assert whole["actions"] == {"accept": 3, "chit-chat": 12, "recommend": 6, "reject": 3}
    assert whole["recommendations"] == {"2": 3}
    assert whole["shape"]["steps_by_place"][-2:] == [{"accept > chit-chat": 3}, {"chit-chat > end": 3}]
    assert [sum(place.values()) for place in whole["shape"]["steps_by_place"]] == [3] * 8
    assert whole["reached"] == {"retrieved": 3}
    assert whole["items"]["targets"] == 2
    assert whole["items"]["mentioned"] == 3
    assert whole["items"]["not_in_catalog"] == 1
    assert (whole["images"]["shown"], whole["images"]["distinct"]) == (12, 3)
    assert whole["review"]["totals"] == {"5": 2}
    assert got["splits"]["train"]["tokens"] == 2 * sum(len(tokens(turn.text)) for turn in conversation(0).turns)
    assert got["splits"]["test"]["utterances_per_conversation"]["mean"] is None
