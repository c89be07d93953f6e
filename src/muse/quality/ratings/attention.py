"""Attention checks: who failed."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from muse.core.errors import MuseError

PASS_SHARE = 2 / 3 - 1e-9
COLUMNS = ("rater", "check", "passed")


def read(path: Path) -> pd.DataFrame:
    """The checks in a CSV file with the columns rater, check, passed (True or False)."""
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (FileNotFoundError, pd.errors.EmptyDataError) as error:
        raise MuseError(f"no attention checks: {error}", where=path, remedy="columns rater, check, passed") from None
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise MuseError(f"no column {', '.join(missing)}", where=path, remedy="columns rater, check, passed")
    passed = frame["passed"].str.lower()
    if not passed.isin(["true", "false"]).all():
        line = int((~passed.isin(["true", "false"])).to_numpy().argmax())
        raise MuseError(
            f"passed is {frame['passed'].iloc[line]!r}", where=f"{path}:{line + 2}", remedy="write True or False"
        )
    return frame.assign(passed=passed == "true")


def failed(checks: pd.DataFrame) -> list[str]:
    """Raters who passed fewer than two thirds of their checks, in alphabetical order.

    Of six checks on a scale of five, one who clicks at random passes so many in 2 studies of 100.
    """
    share = checks.groupby("rater")["passed"].mean()
    return sorted(str(rater) for rater, passed in share.items() if passed < PASS_SHARE)
