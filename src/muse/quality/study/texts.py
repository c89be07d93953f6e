"""What raters are told: instructions, consent, pay. Plain text, paragraphs apart by a blank line."""

from __future__ import annotations

from typing import Any

from muse.quality.settings import StudySettings
from muse.quality.study.plan import Study

INSTRUCTIONS = """
You will read short shopping conversations between a user and an assistant, some with pictures of products, and answer \
five questions about each on a scale from {lowest} (worst) to {highest} (best). What the ends of the scale mean stands \
beside each question; use the whole scale.

Judge what is there. Do not look anything up, do not guess who or what wrote a conversation, and do not reward length. \
If a conversation has no pictures, judge the last question by whether it speaks of looks it cannot know.

Some entries only check that you are reading: do what they say. Some conversations may come twice: judge them afresh.

There are {count} entries, about {minutes} minutes in all. You may pause: your answers stay in this browser until you \
save the file at the end. Send that file to the person who invited you.
"""

CONSENT = """
You are asked to rate conversations for research on the quality of a dataset of shopping conversations. The \
conversations were written by computer programs or collected from public datasets; persons in them are invented. They \
are not expected to upset anyone; if one does, leave its questions open.

Recorded are your answers, the seconds you spend on each entry, and the rater number at the top of this form. No name, \
no address, nothing about your computer. Answers will be published in this anonymous form.

Taking part is voluntary. You may leave any question open, and you may stop at any time by closing this page; what you \
did until then is paid all the same. The expected pay is US$ {pay:.2f} ({rate:.2f} an hour). Questions go to the \
person who invited you, before or after.
"""


def instructions(settings: StudySettings, study: Study, entries: int) -> list[str]:
    """Paragraphs of the instructions for a rater with this many entries."""
    text = INSTRUCTIONS.format(
        lowest=study.scale_lowest, highest=study.scale_highest, count=entries, minutes=minutes(settings, entries)
    )
    return _paragraphs(text)


def consent(settings: StudySettings, entries: int) -> list[str]:
    """Paragraphs of the consent text for a rater with this many entries."""
    return _paragraphs(CONSENT.format(pay=pay_usd(settings, entries), rate=settings.pay_usd_per_hour))


def minutes(settings: StudySettings, entries: int) -> int:
    """Expected time of a rater, whole minutes, with five for reading the instructions."""
    return round(entries * settings.minutes_per_item) + 5


def pay_usd(settings: StudySettings, entries: int) -> float:
    """Expected pay of a rater in US dollars."""
    return round(minutes(settings, entries) / 60 * settings.pay_usd_per_hour, 2)


def estimate(settings: StudySettings, study: Study) -> dict[str, Any]:
    """Time and pay by rater and in all, as the Responsible NLP checklist asks."""
    each = {plan.rater: len(plan.placements) for plan in study.raters}
    return {
        "minutes_per_item": settings.minutes_per_item,
        "pay_usd_per_hour": settings.pay_usd_per_hour,
        "raters": {
            rater: {"entries": count, "minutes": minutes(settings, count), "pay_usd": pay_usd(settings, count)}
            for rater, count in each.items()
        },
        "total_hours": round(sum(minutes(settings, count) for count in each.values()) / 60, 1),
        "total_pay_usd": round(sum(pay_usd(settings, count) for count in each.values()), 2),
    }


def check_text(expected: int) -> str:
    """What an attention check says."""
    return f"This entry checks that you are reading. Please choose {expected} for every question and go on."


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.strip().split("\n\n")]
