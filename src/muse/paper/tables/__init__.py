"""The tables: one function each, from results to a table that is written in three forms."""

from __future__ import annotations

from collections.abc import Callable

from muse.paper.results import Results
from muse.paper.tables.ablations import ablations
from muse.paper.tables.cost import cost
from muse.paper.tables.dataset import comparison, dataset, optimizer, retrieval
from muse.paper.tables.finetune import comparisons, recommendation, response, seeds
from muse.paper.tables.form import Table
from muse.paper.tables.quality import agreement, biases, fed, judge, pairwise, ratings, text
from muse.paper.tables.systems import fed_systems, systems

TABLES: dict[str, Callable[[Results], Table]] = {
    "dataset": dataset,
    "comparison": comparison,
    "optimizer": optimizer,
    "retrieval": retrieval,
    "text": text,
    "judge": judge,
    "pairwise": pairwise,
    "biases": biases,
    "ratings": ratings,
    "systems": systems,
    "agreement": agreement,
    "recommendation": recommendation,
    "response": response,
    "comparisons": comparisons,
    "seeds": seeds,
    "ablations": ablations,
    "cost": cost,
    "fed": fed,
    "fed_systems": fed_systems,
}
