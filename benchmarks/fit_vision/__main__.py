"""Fit the offline model's two networks on garments that the project draws itself; write their weights.

    python benchmarks/fit_vision

`whole` looks at a whole picture, `cloth` at a swatch of it, closer. What is drawn has draws of its own, so that what is
measured on the catalog was never fitted. Photos take no part. Run it again when the
wardrobe has new silhouettes, patterns or colours: a network that never saw a handbag will call it something else. The
same wardrobe and the same torch give the same files. One thread each: on networks as small as these more would only
wait for one another. On two free cores it takes about twenty minutes.
"""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import click
import torch
from drawings import drawings
from learn import VIEWS, Lessons, accuracy, fit
from scenes import backdrops
from twin import Twin

from muse.offline import vision

SIZE_PX = 96


@click.command()
@click.option("--items", default=11880, show_default=True, help="Garments to draw.")
@click.option("--epochs", default=20, show_default=True)
@click.option("--seed", default=4, show_default=True, help="Of the drawing and the fitting.")
@click.option("--out", type=click.Path(path_type=Path), default=Path(vision.__file__).parent, help="Folder.")
def main(items: int, epochs: int, seed: int, out: Path) -> None:
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    began = time.monotonic()
    lessons = Lessons.read(drawings(items, seed), backdrops(seed, SIZE_PX), seed)
    click.echo(f"{items} drawn and read in {time.monotonic() - began:.0f} s")
    processes = [
        multiprocessing.get_context("fork").Process(target=one, args=(lessons[view], view, epochs, seed, out))
        for view in VIEWS
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0


def one(lessons: Lessons, view: str, epochs: int, seed: int, out: Path) -> None:
    """Fit one network and write its file."""
    began = time.monotonic()
    torch.manual_seed(seed)
    twin = Twin(lessons.heads, SIZE_PX).to(memory_format=torch.channels_last)
    for epoch, loss in enumerate(fit(twin, lessons, epochs), 1):
        click.echo(f"{view}: epoch {epoch}, loss {loss:.3f}, {time.monotonic() - began:.0f} s")
    twin.eval()
    for name, shares in accuracy(twin, lessons).items():
        click.echo(f"{view}: {name:14} " + "  ".join(f"{kind} {share:.3f}" for kind, share in shares.items()))
    path = out / f"{view}.npz"
    twin.save(path)
    click.echo(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
