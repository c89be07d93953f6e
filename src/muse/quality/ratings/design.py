"""Who rates what: a balanced incomplete assignment."""

from __future__ import annotations

import numpy as np

from muse.core.errors import MuseError


def assign(units: int, raters: int, per_unit: int, random: np.random.Generator) -> list[tuple[int, ...]]:
    """For each unit `per_unit` different raters: loads differ by at most one, and raters meet about equally often.

    Greedy: of the raters with the least load, the one who has met this unit's raters least often; chance breaks ties.
    """
    if per_unit > raters:
        raise MuseError(
            f"{per_unit} ratings an item need as many raters, there are {raters}",
            where="config/config.yaml",
            remedy="raise quality's number of raters or lower the ratings per item",
        )
    load = np.zeros(raters, int)
    met = np.zeros((raters, raters), int)
    panels = []
    for _ in range(units):
        chosen: list[int] = []
        for _ in range(per_unit):
            free = np.setdiff1d(np.arange(raters), chosen)
            least = free[load[free] == load[free].min()]
            meetings = met[np.ix_(least, chosen)].sum(axis=1)
            best = least[meetings == meetings.min()]
            pick = int(random.choice(best))
            met[pick, chosen] += 1
            met[chosen, pick] += 1
            load[pick] += 1
            chosen.append(pick)
        panels.append(tuple(sorted(chosen)))
    return panels
