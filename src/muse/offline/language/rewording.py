"""Saying an utterance anew: words and turns of phrase exchanged for others that mean the same."""

from __future__ import annotations

import re

import numpy as np

from muse.offline.language.grammar import tidy

PLAIN = {
    "I am": ("I'm",),
    "lovely": ("beautiful", "gorgeous"),
    "maybe": ("perhaps",),
}
COLLOQUIAL = {
    "going to": ("gonna",),
    "want to": ("wanna",),
    "yes": ("yeah", "yep"),
}


def reword(text: str, random: np.random.Generator, *, colloquial: bool, user: bool) -> str:
    """The utterance with some of its phrases exchanged; the rest stays as it is."""
    for old, new in (COLLOQUIAL | PLAIN if colloquial else PLAIN).items():
        pattern = re.compile(rf"(?<![\w'-]){re.escape(old)}(?![\w'-])", re.IGNORECASE)
        if random.random() < (0.9 if colloquial else 0.5):
            text = pattern.sub(new[int(random.integers(len(new)))], text, count=1)
    return tidy(text)
