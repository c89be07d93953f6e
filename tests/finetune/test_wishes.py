"""Sentences that say what is wanted."""

from __future__ import annotations

from stubs import wishes

from muse.finetune.records import Utterance
from muse.finetune.wishes import sentences


def utterance(speaker: str, action: str, text: str) -> Utterance:
    return Utterance.model_validate({"speaker": speaker, "action": action, "text": text})


SAID = (
    utterance("user", "chit-chat", "A red day. It rains."),
    utterance("assistant", "recommend", "Take blue."),
    utterance("user", "reject", "One more try, please! Green, if you can. My aunt agrees."),
)


def test_sentences_about_looks_of_what_turns_something_down_or_else_of_all() -> None:
    assert wishes().said(SAID) == ["Green, if you can."]
    assert wishes().said(SAID[:2]) == ["A red day."]
    assert wishes().said(SAID[1:2]) == []
    assert wishes().said([utterance("user", "chit-chat", "It rains. Hm.")]) == ["It rains.", "Hm."]


def test_a_wish_tells_where_few_of_the_category_are_so() -> None:
    assert wishes().tell("I was hoping for blue.", "i1")
    assert not wishes().tell("I was hoping for blue.", "i2")
    assert not wishes().tell("A shirt with short sleeves.", "i1"), "they all are"


def test_sentences() -> None:
    assert sentences("No! Blue, e.g. navy. Do you?") == ["No!", "Blue, e.g.", "navy.", "Do you?"]
    assert sentences("") == []
