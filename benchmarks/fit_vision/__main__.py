"""Fit the offline model's network on garments that the project drew itself; write its weights.

    muse catalog --config .. --items C/items.jsonl --images C/images --truth C/truth.json --quarantine C/quarantine.jsonl
    python benchmarks/fit_vision C --out src/muse/offline/vision/weights.npz

Draw C with another seed than the configuration's, so that what is measured on the catalog was never fitted. Photos
take no part. On two cores and 9,350 pictures an epoch takes about a minute; the same catalog, the same number of
threads and the same torch give the same file.
"""

from __future__ import annotations

import time
from pathlib import Path

import click
import numpy as np
import torch
from learn import Lessons, accuracy, fit
from scenes import backdrop
from twin import Twin


@click.command()
@click.argument("catalog", type=click.Path(path_type=Path, exists=True))
@click.option("--out", required=True, type=click.Path(path_type=Path))
@click.option("--epochs", default=16, show_default=True)
@click.option("--threads", default=1, show_default=True)
@click.option("--size-px", default=96, show_default=True)
@click.option("--seed", default=7, show_default=True)
def main(catalog: Path, out: Path, epochs: int, threads: int, size_px: int, seed: int) -> None:
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    began = time.monotonic()
    random = np.random.default_rng(seed)
    backdrops = np.stack([backdrop(random, size_px) for _ in range(1500)]).transpose(0, 3, 1, 2)
    lessons = Lessons.read(catalog, size_px, torch.from_numpy(backdrops.copy()).byte(), seed)
    click.echo(f"{len(lessons.rows)} pictures read in {time.monotonic() - began:.0f} s; heads: {lessons.heads}")
    twin = Twin(lessons.heads, size_px).to(memory_format=torch.channels_last)
    for epoch, loss in enumerate(fit(twin, lessons, epochs)):
        click.echo(f"epoch {epoch + 1}: loss {loss:.3f}, {time.monotonic() - began:.0f} s")
    twin.eval()
    for name, shares in accuracy(twin, lessons).items():
        click.echo(f"{name:14} " + "  ".join(f"{kind} {share:.3f}" for kind, share in shares.items()))
    twin.save(out)
    click.echo(f"{out}: {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
