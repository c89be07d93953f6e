"""A first guess of the garment from its silhouette: how tall, how wide where, whether it parts into two legs."""

from __future__ import annotations

import numpy as np

from muse.offline.vision.pixels import Mask


def guess_garment(mask: Mask) -> tuple[str, float]:
    """A plain word, and how sure that is."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    tall = box.shape[0] / box.shape[1]
    widths = np.array([part.any(axis=0).mean() for part in np.array_split(box, 5)])
    low = box[-max(1, len(box) // 6) :]
    gaps = float(np.mean([(np.diff(row.astype(np.int8)) == 1).sum() + row[0] for row in low]))
    if gaps > 1.6:
        return ("trousers", 0.6) if tall > 1.3 else ("shorts", 0.5)
    if tall > 1.45:
        return "dress", 0.5
    if tall < 0.7:
        return "shoes", 0.45
    return ("skirt", 0.4) if widths[0] < 0.8 * widths[-1] else ("shirt", 0.45)
