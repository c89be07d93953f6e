"""The five dimensions with their questions and anchors: the judge reads them, and so do human raters."""

from __future__ import annotations

from muse.core.records import Record

LOWEST, HIGHEST = 1, 5


class Dimension(Record):
    """One dimension: its question and what the ends of the scale mean."""

    name: str
    question: str
    worst: str
    best: str


RUBRIC = (
    Dimension(
        name="naturalness",
        question="Does it read as two people talking?",
        worst="stilted, repetitive, no one speaks so.",
        best="fluent and varied, as people speak.",
    ),
    Dimension(
        name="logical_coherence",
        question="Does each utterance follow from what came before?",
        worst="contradictions, answers to nothing that was asked.",
        best="every utterance has its reason in the dialogue.",
    ),
    Dimension(
        name="information_richness",
        question="Does it carry specific, useful information about needs and products?",
        worst="empty phrases that would fit any product.",
        best="specific needs, features, reasons and comparisons.",
    ),
    Dimension(
        name="product_context_relevance",
        question="Do the recommended products fit the scenario and the wishes stated?",
        worst="the products have nothing to do with them.",
        best="each product answers a stated wish, and the accepted one all of them.",
    ),
    Dimension(
        name="image_text_consistency",
        question="Is what is said about looks true of the pictures shown?",
        worst="colours, patterns or garments are named that the pictures do not show.",
        best="all that is said about looks can be seen.",
    ),
)
NAMES = tuple(dimension.name for dimension in RUBRIC)
