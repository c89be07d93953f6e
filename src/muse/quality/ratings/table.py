"""Ratings in long form: one row a score, read and checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from muse.core.errors import MuseError
from muse.core.records import Record
from muse.quality.estimate import Floats
from muse.quality.settings import ScaleSettings

COLUMNS = ("item", "system", "dimension", "rater", "score")
SEPARATOR = "\x1f"
_ALIASES = {"item_id": "item"}


class Rating(Record):
    """One row: who scored which item of which system, on which dimension. No score: None."""

    item: str
    system: str
    dimension: str
    rater: str
    score: int | None


@dataclass(frozen=True)
class Panel:
    """The scores of one dimension (of one system or of all): parallel arrays, and the names they index."""

    unit: np.ndarray[tuple[int], np.dtype[np.intp]]
    rater: np.ndarray[tuple[int], np.dtype[np.intp]]
    score: Floats
    units: tuple[str, ...]
    raters: tuple[str, ...]

    def item(self, unit: int) -> str:
        """The item of a unit."""
        return self.units[unit].split(SEPARATOR)[1]

    def matrix(self) -> Floats:
        """Scores as raters x units, NaN where there's none."""
        full = np.full((len(self.raters), len(self.units)), np.nan)
        full[self.rater, self.unit] = self.score
        return full


@dataclass(frozen=True)
class Ratings:
    """A checked table. `frame`: item, system, dimension, rater (text) and score (float, NaN where missing).

    An item's name that occurs in several systems is the same item in each, as versions of one dialogue are.
    """

    frame: pd.DataFrame
    scale: ScaleSettings

    @property
    def dimensions(self) -> list[str]:
        """In order of first appearance."""
        return list(dict.fromkeys(self.frame["dimension"]))

    @property
    def systems(self) -> list[str]:
        """In alphabetical order."""
        return sorted(set(self.frame["system"]))

    @property
    def raters(self) -> list[str]:
        """In alphabetical order."""
        return sorted(set(self.frame["rater"]))

    def without(self, raters: Collection[str]) -> Ratings:
        """The table less these raters."""
        return Ratings(self.frame[~self.frame["rater"].isin(list(raters))], self.scale)

    def panel(self, dimension: str, system: str | None = None) -> Panel:
        """The scores given on a dimension. A unit is an item of a system."""
        rows = self.frame[(self.frame["dimension"] == dimension) & self.frame["score"].notna()]
        if system is not None:
            rows = rows[rows["system"] == system]
        unit, units = pd.factorize(rows["system"] + SEPARATOR + rows["item"], sort=True)
        rater, raters = pd.factorize(rows["rater"], sort=True)
        return Panel(unit, rater, rows["score"].to_numpy(float), tuple(units), tuple(raters))


def read(path: Path, scale: ScaleSettings, dimensions: Collection[str] | None) -> Ratings:
    """The table in a CSV file. `dimensions`: those that may occur; None for any.

    Raises MuseError for what can't be analysed as it stands: an empty file, a missing column, a score that's no whole
    number of the scale, a rater twice on one item and dimension, an unknown dimension. Each names file and line.
    """
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except FileNotFoundError:
        raise MuseError("no such file", where=path, remedy="give the path of a ratings CSV") from None
    except (pd.errors.EmptyDataError, pd.errors.ParserError, UnicodeDecodeError) as error:
        raise MuseError(f"not a CSV table: {error}", where=path, remedy=_LAYOUT) from None
    frame = frame.rename(columns={old: new for old, new in _ALIASES.items() if new not in frame})
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise MuseError(f"no column {', '.join(missing)}", where=path, remedy=_LAYOUT)
    frame = frame[list(COLUMNS)].apply(lambda column: column.str.strip())
    if frame.empty:
        raise MuseError("no ratings in it", where=path, remedy=_LAYOUT)
    frame["score"] = _scores(frame["score"], path)
    return check(Ratings(frame, scale), dimensions, path)


_LAYOUT = "a CSV with the columns item, system, dimension, rater, score; one row a score, score empty where missing"


def check(ratings: Ratings, dimensions: Collection[str] | None, where: Path | str) -> Ratings:
    """The ratings themselves, or a MuseError that names the first offending line."""
    frame, scale = ratings.frame, ratings.scale
    for column in COLUMNS[:-1]:
        _refuse(frame[column] == "", f"no {column}", frame, where, _LAYOUT)
    score = frame["score"]
    _refuse(
        score.notna() & ((score < scale.lowest) | (score > scale.highest) | (score % 1 != 0)),
        f"not a whole score of the scale {scale.lowest}..{scale.highest}",
        frame,
        where,
        "correct the score, or the scale in the configuration",
    )
    if dimensions is not None:
        _refuse(
            ~frame["dimension"].isin(list(dimensions)),
            f"unknown dimension; known: {', '.join(dimensions)}",
            frame,
            where,
            "correct the name",
        )
    _refuse(
        frame.duplicated(["item", "system", "dimension", "rater"]),
        "the same rater a second time on this item and dimension",
        frame,
        where,
        "keep one of the two; repeats of a study belong in their own file",
    )
    return ratings


def _scores(column: pd.Series[str], path: Path) -> pd.Series[float]:
    blank = column.str.lower().isin(["", "nan", "na"])
    numbers = pd.to_numeric(column.mask(blank), errors="coerce").astype(float)
    bad = ~blank & ~np.isfinite(numbers)
    if bad.any():
        line = int(np.flatnonzero(bad)[0])
        raise MuseError(f"score {column.iloc[line]!r} is no number", where=f"{path}:{line + 2}", remedy="correct it")
    return numbers


def _refuse(bad: pd.Series[bool], message: str, frame: pd.DataFrame, where: Path | str, remedy: str) -> None:
    if bad.any():
        line = int(np.flatnonzero(bad)[0])
        row = frame.iloc[line]
        detail = f"item {row['item']!r}, dimension {row['dimension']!r}, rater {row['rater']!r}, score {row['score']}"
        more = f"; {int(bad.sum())} such rows" if bad.sum() > 1 else ""
        raise MuseError(f"{message} ({detail}{more})", where=f"{where}:{line + 2}", remedy=remedy)
