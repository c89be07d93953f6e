"""A million text vectors: how many of the true eight nearest are found, how fast, on one thread?

    nice python benchmarks/vectors.py [--rows 1000000] [--table results/benchmarks/vectors.json]

The vectors are between those of product texts made of garments, colours and materials (two of them mixed, and a little
noise), so they lie as text vectors do and not as random numbers do. Queries are texts' vectors that are not among them.
"""

from __future__ import annotations

import itertools
import resource
import time
from pathlib import Path

import click
import numpy as np

from muse import config
from muse.catalog.encoders import Matrix, text_encoder, threads, unit
from muse.catalog.settings import IndexSettings
from muse.catalog.vectors import Vectors
from muse.core.files import write_json

K, QUERIES = 8, 300
PARTS = (
    "dress,skirt,shirt,blouse,jacket,coat,jeans,trousers,shorts,sweater,cardigan,hoodie,boots,sandals,sneakers,loafers,"
    "hat,scarf,belt,gloves,watch,earrings,necklace,ring,sunglasses,handbag,backpack,swimsuit,pajamas,socks",
    "red,navy blue,black,ivory,forest green,mustard yellow,pink,grey",
    "cotton,linen,wool,leather,silk,denim",
    "for women,for men,for children",
)


@click.command()
@click.option("--rows", default=1_000_000)
@click.option("--table", type=click.Path(path_type=Path), help="Write the numbers as JSON.")
def main(rows: int, table: Path | None) -> None:
    settings = IndexSettings.model_validate(config.load()["index"])
    words = itertools.product(*(part.split(",") for part in PARTS))
    texts = [f"{colour} {material} {garment} {whom}" for garment, colour, material, whom in words]
    with threads(settings.threads):
        real = text_encoder(settings.text_model, settings.text_tokens).encode(texts, 64, "texts")
    random = np.random.default_rng(0)
    random.shuffle(real)
    asked, real = real[:QUERIES], real[QUERIES:]
    vectors = np.concatenate([_between(real, 50_000, random) for _ in range(-(-rows // 50_000))])[:rows]
    before = _peak_mb()
    start, used = time.perf_counter(), time.process_time()
    index = Vectors.build(vectors, exact_up_to=settings.exact_up_to)
    built_s, built_cpu_s = time.perf_counter() - start, time.process_time() - used
    peak_mb = _peak_mb()
    recalls, took, used_s, exact_took = [], [], [], []
    for query in asked:
        start, used = time.perf_counter(), time.process_time()
        found = index.nearest(query, K)
        took.append(time.perf_counter() - start)
        used_s.append(time.process_time() - used)
        start = time.perf_counter()
        true = np.argpartition(-(vectors @ query), K)[:K]
        exact_took.append(time.perf_counter() - start)
        recalls.append(len({*found} & {*true.tolist()}) / K)
    result = {
        "rows": rows,
        "exact": index.exact,
        "recall_at_8": float(np.mean(recalls)),
        "median_ms": float(np.median(took) * 1e3),
        "median_processor_ms": float(np.median(used_s) * 1e3),
        "p95_ms": float(np.quantile(took, 0.95) * 1e3),
        "exhaustive_median_ms": float(np.median(exact_took) * 1e3),
        "build_s": built_s,
        "build_processor_s": built_cpu_s,
        "vectors_mb": vectors.nbytes / 1e6,
        "peak_mb_before_build": before,
        "peak_mb": peak_mb,
    }
    for name, value in result.items():
        print(f"{name:22} {value:.3f}" if isinstance(value, float) else f"{name:22} {value}")
    if table:
        write_json(table, result)


def _between(real: Matrix, count: int, random: np.random.Generator) -> Matrix:
    one, other = random.integers(0, len(real), (2, count))
    share = random.uniform(0, 0.5, (count, 1)).astype(np.float32)
    noise = 0.02 * random.standard_normal((count, real.shape[1]), np.float32)
    return unit((1 - share) * real[one] + share * real[other] + noise)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
