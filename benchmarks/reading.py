"""Two million product records: Muse's reader and filter against DuckDB doing the same, in time and in memory.

    nice python benchmarks/reading.py compare [--records 2000000] [--table results/benchmarks/reading.json]

A synthetic file in the Amazon Reviews 2023 schema is written once (1.4 kB a record). Each reader runs in a process of
its own, three times, and the quickest counts. Both read the same columns of every record, leave out what the filter
does (no id, no title, another root category, no picture), and draw a sample of whole records by a hash of the id.
DuckDB gets one thread, as Muse uses one, and then all there are.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import numpy as np

from muse.core.files import replacing, write_json

ROOT, SAMPLE, SEED, FORMS = "Clothing, Shoes & Jewelry", 9350, 1, 5000
WORDS = ("cotton", "dress", "summer", "women", "casual", "long", "sleeve", "leather", "soft", "classic", "fit", "style")


@click.group()
def main() -> None:
    pass


@main.command()
@click.option("--records", default=2_000_000)
@click.option("--folder", type=click.Path(path_type=Path), default=Path("work/benchmarks/reading"))
@click.option("--table", type=click.Path(path_type=Path), help="Write the numbers as JSON.")
def compare(records: int, folder: Path, table: Path | None) -> None:
    """Write the files where they are missing, and time both readers."""
    result: dict[str, Any] = {}
    for count in (records // 10, records):
        path = folder / f"meta-{count}.jsonl"
        if not path.exists():
            with replacing(path) as temporary:
                write(temporary, count)
        rows = {
            "muse": timed("muse", path),
            "duckdb, 1 thread": timed("duckdb", path, "1"),
            f"duckdb, {os.cpu_count()} threads": timed("duckdb", path, str(os.cpu_count())),
        }
        agree = {(row["kept"], row["sampled"]) for row in rows.values()}
        assert len(agree) == 1, f"the readers disagree: {agree}"
        result[str(count)] = rows
        for name, row in rows.items():
            print(
                f"{count:>9} {name:20} {row['s']:7.2f} s {row['processor_s']:7.2f} s processor {row['peak_mb']:7.0f} MB"
            )
    if table:
        write_json(table, result)


def timed(*arguments: str | Path) -> dict[str, Any]:
    """The quickest of three runs, each in a process of its own."""
    command = [sys.executable, __file__, *map(str, arguments)]
    runs = [json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) for _ in range(3)]
    best: dict[str, Any] = min(runs, key=lambda run: run["s"])
    return best


def write(path: Path, count: int) -> None:
    """Records as the real ones: most are clothing, some lack a title, a picture or a fitting category."""
    random = np.random.default_rng(SEED)
    forms = [json.dumps(record(random)).encode() + b"\n" for _ in range(FORMS)]
    with path.open("wb", buffering=1 << 20) as lines:
        for number in range(count):
            lines.write(forms[number * 7919 % FORMS].replace(b"NUMBER", b"%09d" % number))


def record(random: np.random.Generator) -> dict[str, Any]:
    words = [WORDS[place] for place in random.integers(0, len(WORDS), 90)]
    kind = random.random()
    pictures = 0 if kind < 0.03 else 2
    address = "https://m.media-amazon.com/images/I/NUMBER"
    return {
        "main_category": "AMAZON FASHION",
        "title": "" if 0.03 <= kind < 0.04 else " ".join(words[:12]),
        "average_rating": 4.2,
        "rating_number": int(random.integers(900)),
        "features": [" ".join(words[12:20]), " ".join(words[20:30]), "Machine Wash"],
        "description": [" ".join(words[30:])],
        "price": "None" if kind < 0.5 else "31.99",
        "images": {
            "hi_res": [f"{address}{n}._AC_UL1500_.jpg" for n in range(pictures)],
            "large": [f"{address}{n}._AC_.jpg" for n in range(pictures)],
            "thumb": [f"{address}{n}._AC_US40_.jpg" for n in range(pictures)],
            "variant": ["MAIN", "PT01"][:pictures],
        },
        "videos": {"title": [], "url": [], "user_id": []},
        "store": "BALEAF",
        "categories": [] if 0.04 <= kind < 0.08 else [ROOT, "Women", "Clothing", "Dresses"],
        "details": '{"Department": "womens", "Date First Available": "April 3, 2022"}',
        "parent_asin": "BNUMBER",
        "bought_together": None,
    }


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
def muse(path: Path) -> None:
    from muse.catalog.amazon.files import stream
    from muse.catalog.amazon.sample import sample
    from muse.catalog.settings import FilterSettings

    start = time.perf_counter(), time.process_time()
    drawn, tally = sample(stream(path), FilterSettings(root=ROOT, min_ratings=0), SAMPLE, SEED)
    report(start, tally.read - sum(tally.left_out.values()), len(drawn))


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("threads", type=int)
def duckdb(path: Path, threads: int) -> None:
    import duckdb

    start = time.perf_counter(), time.process_time()
    base = duckdb.connect(config={"threads": threads, "memory_limit": "4GB"})
    columns = {
        "parent_asin": "VARCHAR",
        "title": "VARCHAR",
        "categories": "VARCHAR[]",
        "features": "VARCHAR[]",
        "description": "VARCHAR[]",
        "price": "VARCHAR",
        "store": "VARCHAR",
        "details": "VARCHAR",
        "rating_number": "DOUBLE",
        "images": "STRUCT(large VARCHAR[], hi_res VARCHAR[], variant VARCHAR[])",
    }
    fit = f"""
        select * from read_json('{path}', format='newline_delimited', columns={columns})
        where parent_asin <> '' and title <> '' and len(categories) >= 2 and categories[1] = '{ROOT}'
        and len(images.large) > 0
    """
    # One pass: how many there are to draw from, and the sample's rows with all their columns.
    drawn = f"select count(*), len(min_by(fit, sha256('{SEED}' || parent_asin), {SAMPLE})) from ({fit}) fit"
    kept, sampled = base.execute(drawn).fetchone() or (0, 0)
    report(start, kept, sampled)


def report(start: tuple[float, float], kept: int, sampled: int) -> None:
    """Seconds by the clock and of the processor (all threads), and the peak of memory, as JSON."""
    took = {"s": time.perf_counter() - start[0], "processor_s": time.process_time() - start[1]}
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({**took, "peak_mb": peak_mb, "kept": kept, "sampled": sampled}))


if __name__ == "__main__":
    main()
