"""How well the offline model sees: on rendered items, whose truth is known, and on a folder of real photos.

    python benchmarks/vision.py rendered data/catalog
    python benchmarks/vision.py photos ../shared/data/clothing-photos [--by-eye benchmarks/vision_by_eye.csv]

`rendered` wants the outputs of `muse catalog` in one folder. The networks were fitted on other drawings, never on
photos; nothing here is fitted. vision_by_eye.csv holds the colours and patterns of 100 of the photos, ten a class at
random, as a model named them from contact sheets, not from any output of `see`; where a shade is between two names
both count, so its figures are kind.
"""

from __future__ import annotations

import csv
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import click

from muse.offline.sight import SURE, Sight
from muse.offline.vision import see

# The photos' ten classes, and the wardrobe's garments that each of them covers.
CLASSES = {
    "t-shirt": {"t-shirt", "polo shirt", "tank top", "camisole"},
    "longsleeve": {"t-shirt", "sweater", "sweatshirt", "hoodie", "cardigan", "tunic"},
    "shirt": {"shirt", "blouse", "polo shirt"},
    "outwear": {"jacket", "coat", "blazer", "vest", "poncho", "hoodie", "cardigan"},
    "dress": {"dress", "tunic", "nightgown"},
    "skirt": {"skirt"},
    "pants": {"trousers", "jeans", "joggers", "leggings"},
    "shorts": {"shorts", "swim trunks"},
    "shoes": {
        "sneakers", "boots", "sandals", "heels", "flats", "loafers", "dress shoes", "slippers", "clogs",
    },
    "hat": {"hat", "cap", "beanie"},
}  # fmt: skip


@click.group()
def main() -> None:
    pass


@main.command()
@click.argument("catalog", type=click.Path(path_type=Path, exists=True))
@click.option("--limit", type=int, default=None)
def rendered(catalog: Path, limit: int | None) -> None:
    truth = json.loads((catalog / "truth.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in (catalog / "items.jsonl").read_text(encoding="utf-8").splitlines()][:limit]
    seen, spent = look(catalog / "images" / row["image"] for row in rows)
    true = [truth[row["item_id"]] for row in rows]
    pairs = list(zip(true, seen, strict=True))
    print(f"{len(rows)} rendered items, {1000 * spent / len(rows):.1f} ms of CPU a look")
    print("\nshare of right answers")
    line("main colour named first", [colours(t)[0] == s.colours[0] for t, s in pairs])
    sure_and_right(
        "first colour is one of the true", [(s.colours[0] in colours(t), s.colour_confidence) for t, s in pairs]
    )
    line("second colour, where named", [s.colours[1] in colours(t) for t, s in pairs if len(s.sure_colours) > 1])
    line("main colour, of plain ones", [colours(t)[0] == s.colours[0] for t, s in pairs if t["pattern"] == "plain"])
    line("colours named = true colours", [set(s.colours[: len(colours(t))]) == set(colours(t)) for t, s in pairs])
    sure_and_right("pattern", [(s.pattern == t["pattern"], s.pattern_confidence) for t, s in pairs])
    sure_and_right("garment", [(s.garment == t["garment"], s.garment_confidence) for t, s in pairs])
    said = [(key, value) for _, s in pairs for key, value in s.details.items()]
    print(f"details named: {len(said) / len(rows):.2f} an item")
    worst("pattern", [(t["pattern"], s.pattern) for t, s in pairs])
    worst("garment", [(t["garment"], s.garment) for t, s in pairs])
    worst("main colour", [(colours(t)[0], s.colours[0]) for t, s in pairs])


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--by-eye", type=click.Path(path_type=Path, exists=True), default=None)
def photos(folder: Path, by_eye: Path | None) -> None:
    with (folder / "items.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    seen, spent = look(folder / row["image"] for row in rows)
    print(f"{len(rows)} photos, {1000 * spent / len(rows):.1f} ms of CPU a look")
    fits = [(s.garment in CLASSES[row["category"]], s.garment_confidence) for row, s in zip(rows, seen, strict=True)]
    sure_and_right("garment within the class", fits)
    for name in CLASSES:
        line(f"  {name}", [fit for (fit, _), row in zip(fits, rows, strict=True) if row["category"] == name])
    worst("garment", [(row["category"], s.garment) for row, s in zip(rows, seen, strict=True)])
    if by_eye:
        sights = {row["item_id"]: s for row, s in zip(rows, seen, strict=True)}
        with by_eye.open(encoding="utf-8") as table:
            looks = list(csv.DictReader(table))
        print(f"\n{len(looks)} photos whose colours and pattern were named by eye")
        pairs = [(look_, sights[look_["item_id"]]) for look_ in looks]
        sure_and_right(
            "first colour agrees",
            [(s.colours[0] in row["colours"].split("|"), s.colour_confidence) for row, s in pairs],
        )
        line(
            "one of the first two agrees",
            [bool(set(s.colours[:2]) & set(row["colours"].split("|"))) for row, s in pairs],
        )
        sure_and_right(
            "pattern agrees", [(s.pattern in row["patterns"].split("|"), s.pattern_confidence) for row, s in pairs]
        )
        worst(
            "colour",
            [(row["colours"], s.colours[0]) for row, s in pairs if s.colours[0] not in row["colours"].split("|")],
        )
        worst(
            "pattern", [(row["patterns"], s.pattern) for row, s in pairs if s.pattern not in row["patterns"].split("|")]
        )


def look(pictures: Iterable[Path]) -> tuple[list[Sight], float]:
    """A look at each file, and the CPU seconds that all took."""
    data = [path.read_bytes() for path in pictures]
    began = time.process_time()
    return [see(picture) for picture in data], time.process_time() - began


def colours(truth: dict[str, str]) -> tuple[str, ...]:
    """The true colours of a rendered item, the main one first."""
    return tuple(colour for colour in (truth["colour"], truth.get("second_colour", "")) if colour)


def line(label: str, right: list[bool]) -> None:
    print(f"{label:40} {sum(right) / max(1, len(right)):6.1%}  of {len(right)}")


def sure_and_right(label: str, judged: list[tuple[bool, float]]) -> None:
    """Right among all, among the sure, and by confidence: a calibrated eye is right as often as it says."""
    line(label, [right for right, _ in judged])
    line(f"{label}, where sure", [right for right, sure in judged if sure >= SURE])
    bands: dict[int, list[tuple[bool, float]]] = defaultdict(list)
    for right, sure in judged:
        bands[min(9, int(sure * 10))].append((right, sure))
    said = (
        f"{sum(s for _, s in band) / len(band):.2f}: {sum(r for r, _ in band) / len(band):.2f} ({len(band)})"
        for _, band in sorted(bands.items())
    )
    print("    said: found  " + "  ".join(said))


def worst(label: str, pairs: list[tuple[str, str]]) -> None:
    wrong = Counter(pair for pair in pairs if pair[0] != pair[1])
    print(f"  most confused {label}: " + ", ".join(f"{a} as {b} {n}" for (a, b), n in wrong.most_common(14)))


if __name__ == "__main__":
    main()
