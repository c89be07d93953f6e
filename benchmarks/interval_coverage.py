"""Do the 95 % intervals of the ratings' analysis hold the truth 95 times in 100? Simulated studies with a known truth.

Run: nice python benchmarks/interval_coverage.py [studies]      (500 studies: 100 CPU seconds)

Each study is drawn from the model of the section `quality.simulation` with 12 attentive and 1 careless rater, careless
ones are left out as the analysis does (failed attention checks), and the intervals of one dimension's three means and
three differences are compared with the true means, which are known in closed form. Wanted: 93 to 97 %. The table goes
to results/benchmarks/interval_coverage.json.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

from muse import config
from muse.core.files import write_json
from muse.core.seeding import generator
from muse.quality.ratings import attention, means
from muse.quality.ratings.simulate import simulate
from muse.quality.ratings.table import Ratings
from muse.quality.settings import QualitySettings

ROOT = Path(__file__).parents[1]
DIMENSION = "naturalness"
TABLE = ROOT / "results/benchmarks/interval_coverage.json"


def main(studies: int) -> None:
    settings = QualitySettings.model_validate(config.load({"scale": "full"}, ROOT / "config")["quality"])
    model = settings.simulation.model_copy(update={"dimensions": {DIMENSION: 0.0}})
    covered: Counter[str] = Counter()
    width: Counter[str] = Counter()
    for number in range(studies):
        study = simulate(model, settings.scale, 1, number + 1)
        truth = dict(zip(study.truth["system"], study.truth["mean"], strict=True))
        frame = study.ratings.astype({"score": float})
        table = Ratings(frame, settings.scale).without(attention.failed(study.attention))
        panels = {system: table.panel(DIMENSION, system) for system in table.systems}
        wanted = [(system, [panels[system]], [1.0], truth[system]) for system in panels]
        wanted += [
            (f"{a} - {b}", [panels[a], panels[b]], [1.0, -1.0], truth[a] - truth[b]) for a, b in combinations(panels, 2)
        ]
        for name, parts, contrast, true in wanted:
            random = generator(1, "coverage", f"{number}/{name}")
            found = means.crossed(parts, contrast, random, settings.resampling, raters_known=True)
            covered[name] += found.low <= true <= found.high
            width[name] += found.high - found.low
    table = {name: {"coverage": covered[name] / studies, "mean_width": width[name] / studies} for name in covered}
    for name, row in table.items():
        print(f"{name}: {row['coverage']:.1%}, mean width {row['mean_width']:.3f}")
    confidence = settings.resampling.confidence
    write_json(TABLE, {"confidence": confidence, "studies": studies, "intervals": table})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
