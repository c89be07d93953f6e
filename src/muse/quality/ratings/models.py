"""Two models of scores: linear with random items, and cumulative link. Each gives differences of systems, tested."""

from __future__ import annotations

import warnings
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.formula.api import mixedlm
from statsmodels.miscmodels.ordinal_model import OrderedModel
from statsmodels.stats.multitest import multipletests
from statsmodels.tools.sm_exceptions import ConvergenceWarning

SEPARATED = 15.0  # a log odds ratio that only a divergent fit has
NESTED = "raters can't be told from systems: no rater scored items of both sides"


def mixed_model(rows: pd.DataFrame, *, raters_known: bool) -> dict[str, Any]:
    """Linear mixed model by `statsmodels`: score ~ system (+ rater), items random, REML; Wald tests of the pairs.

    Raters are fixed effects: few, and systems are compared within them. Raters who are no persons are left out.
    """
    if raters_known and _nested(rows):
        return {"reason": NESTED}
    formula = "score ~ C(system)" + (" + C(rater)" if raters_known and rows["rater"].nunique() > 1 else "")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        warnings.simplefilter("ignore", RuntimeWarning)  # of scores without noise; its covariance is then refused
        try:
            # Powell's search needs no gradient: it still converges where items don't vary beyond the noise.
            fit = mixedlm(formula, rows, groups=rows["item"]).fit(reml=True, method=["bfgs", "lbfgs", "cg", "powell"])
        except (np.linalg.LinAlgError, ValueError) as problem:
            return {"reason": f"the model could not be fitted: {problem}"}
    if not fit.converged:
        return {"reason": "the model could not be fitted: no search for its likelihood's maximum converged"}
    names = {system: f"C(system)[T.{system}]" for system in sorted(set(rows["system"]))[1:]}
    found = _wald(fit.params, fit.cov_params(), names, sorted(set(rows["system"])))
    if found is None:
        return {"reason": "the model could not be fitted: its covariance is not defined"}
    return {
        "formula": formula + " + (1 | item)",
        "rows": len(rows),
        "pairs": found,
        "item_sd": float(np.sqrt(np.asarray(fit.cov_re)[0, 0])),
        "residual_sd": float(np.sqrt(fit.scale)),
    }


def cumulative_link(rows: pd.DataFrame, *, raters_known: bool) -> dict[str, Any]:
    """Proportional-odds model by `statsmodels`: logit P(score > k) = system (+ rater), errors clustered by item."""
    columns = ["system", "rater"] if raters_known and rows["rater"].nunique() > 1 else ["system"]
    design = pd.get_dummies(rows[columns], drop_first=True).astype(float)
    if raters_known and _nested(rows):
        return {"reason": NESTED}
    clusters = pd.factorize(rows["item"])[0]
    with warnings.catch_warnings():
        warnings.simplefilter("error", ConvergenceWarning)
        try:
            fit = OrderedModel(rows["score"].astype(int), design, distr="logit").fit(
                method="bfgs", disp=False, maxiter=500, cov_type="cluster", cov_kwds={"groups": clusters}
            )
        except (ConvergenceWarning, np.linalg.LinAlgError, ValueError) as problem:
            return {"reason": f"the model could not be fitted: {problem}"}
    systems = sorted(set(rows["system"]))
    found = _wald(fit.params, fit.cov_params(), {system: f"system_{system}" for system in systems[1:]}, systems)
    if found is None:
        return {"reason": "the model could not be fitted: its covariance is not defined"}
    if any(abs(pair["difference"]) > SEPARATED for pair in found):
        return {"reason": "the scores separate systems completely: no finite odds ratio"}
    for pair in found:
        pair["odds_ratio"] = float(np.exp(pair["difference"]))
    formula = f"logit P(score > k) ~ {' + '.join(columns)}, errors clustered by item"
    return {"formula": formula, "rows": len(rows), "pairs": found}


def _nested(rows: pd.DataFrame) -> bool:
    """Whether the effects of raters and systems can't both be estimated."""
    design = pd.get_dummies(rows[["system", "rater"]], drop_first=True).drop_duplicates().to_numpy(float)
    whole = np.column_stack([np.ones(len(design)), design])
    return bool(np.linalg.matrix_rank(whole) < whole.shape[1])


def _wald(
    params: pd.Series[float], covariance: pd.DataFrame, names: dict[str, str], systems: list[str]
) -> list[dict[str, Any]] | None:
    """Differences of systems with standard errors and Holm-corrected p values; the first system is the reference."""
    pairs: list[dict[str, Any]] = []
    places = {name: place for place, name in enumerate(params.index)}
    spread = covariance.loc[params.index, params.index].to_numpy()
    for first, second in combinations(systems, 2):
        contrast = np.zeros(len(params))
        for system, sign in ((first, 1.0), (second, -1.0)):
            if system in names:
                contrast[places[names[system]]] += sign
        difference = float(contrast @ params.to_numpy())
        variance = float(contrast @ spread @ contrast)
        if not np.isfinite(variance) or variance <= 0:
            return None
        error = float(np.sqrt(variance))
        p_raw = float(2 * stats.norm.sf(abs(difference) / error))
        pairs.append({"first": first, "second": second, "difference": difference, "error": error, "p_raw": p_raw})
    return holm(pairs)


def holm(pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pairs with `p` beside their `p_raw`: Holm's correction over all of them."""
    corrected = multipletests([pair["p_raw"] for pair in pairs], method="holm")[1]
    return [pair | {"p": float(p)} for pair, p in zip(pairs, corrected, strict=True)]
