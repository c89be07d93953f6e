"""When and where the offline profiler lets things happen, and which look is meant by a trend."""

from __future__ import annotations

import numpy as np

from muse.offline.language.profiles_knowledge import SEASONS, matching, one_of, words

_MONTHS = {
    "spring": ("March", "April", "May"),
    "summer": ("June", "July", "August"),
    "autumn": ("September", "October", "November"),
    "winter": ("December", "January", "February"),
}
_LOOK = {"spring": "springlike", "summer": "summery", "autumn": "autumnal", "winter": "wintry"}
_SPANS = ("six days", "seven days", "eight days", "nine days", "ten days", "eleven days", "twelve days", "two weeks",
          "sixteen days", "eighteen days", "three weeks", "four weeks", "five weeks")  # fmt: skip


def calendar(season: str, date: str | None, random: np.random.Generator) -> dict[str, str | bool]:
    """A day in the season, or the date ("May 3-9"), as one says it; other months and seasons to look back on."""
    month = one_of(_MONTHS[season], random)
    day = int(random.integers(1, 29))
    forms = ["{day} {month}", "{month} {day}", "the {nth} {weekday} in {month}", "the {nth} weekend of {month}",
             "{weekday}, {month} {day}", "the {nth} {weekday} of {month}"]  # fmt: skip
    if date:
        month, _, days = date.partition(" ")
        first, _, last = days.partition("-")
        day, forms = int(random.integers(int(first), int(last or first) + 1)), forms[:2]
    bare = one_of(tuple(forms), random).format(
        day=day,
        month=month,
        nth=one_of(("first", "second", "third", "last"), random),
        weekday=one_of(("Friday", "Saturday", "Sunday"), random),
    )
    others = [name for name in SEASONS if name != season]
    return {
        _LOOK[season]: True,
        "season_name": season,
        "season_past": one_of(tuple(others), random),
        "month": month,
        "month_past": one_of(tuple(month for name in others for month in _MONTHS[name]), random),
        "when_bare": bare,
        "when": f"on {bare}",
        "days": one_of(_SPANS, random),
    }


def places(random: np.random.Generator) -> dict[str, str | bool]:
    """Two different towns."""
    first, second = random.choice(len(words("towns")), size=2, replace=False).tolist()
    return {"town": words("towns")[first], "town_two": words("towns")[second]}


def trend(reason: str, random: np.random.Generator) -> str:
    """A look that the reason may mean."""
    looks = [rule.columns[0] for _, rule in matching("trends", reason)[:1]] or ["this year's look"]
    return one_of(tuple(looks[0].split("; ")), random)
