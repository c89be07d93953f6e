"""Amazon Reviews 2023: a reproducible sample of its product records, each with its picture."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from muse.catalog import images
from muse.catalog.amazon.fetch import Fetcher
from muse.catalog.amazon.files import Problem, files, hub, stream
from muse.catalog.amazon.records import Product, Row, address, item
from muse.catalog.amazon.sample import Tally, sample
from muse.catalog.intake import clean, shown_id
from muse.catalog.settings import AmazonSettings, CatalogSettings, FetchSettings
from muse.catalog.sources import Entry
from muse.core.errors import MuseError, RecordRejected
from muse.core.progress import track
from muse.core.records import Rejection

FETCHED_TOGETHER = 256


def entries(settings: CatalogSettings, seed: int) -> Iterator[Entry | Rejection]:
    """Exactly `catalog.amazon.items` entries, and a Rejection for each that failed on the way.

    A record whose picture cannot be had is replaced by the next of the sample. Records that the filter leaves out
    are told by one Rejection a reason, with their number and the first. MuseError where too few are left.
    """
    amazon = settings.amazon
    spare = None if amazon.items is None else round(amazon.items * (1 + amazon.reserve))
    drawn, tally = sample(_records(amazon), amazon.filter, spare, seed)
    yield from _left_out(tally)
    _enough(len(drawn), amazon, tally.left_out)
    kept = 0
    reasons: Counter[str] = Counter(tally.left_out)
    for found in _with_pictures(drawn, amazon.fetch, settings.image_size_px):
        if isinstance(found, Entry):
            kept += 1
        else:
            reasons[found.reason] += 1
        yield found
        if kept == amazon.items:
            return
    _enough(kept, amazon, reasons)


def _enough(count: int, amazon: AmazonSettings, reasons: Mapping[str, int]) -> None:
    if count == 0 or count < (amazon.items or 0):
        why = ", ".join(f"{reason} {number}" for reason, number in sorted(reasons.items())) or "there are no more"
        raise MuseError(
            f"only {count} usable items of {amazon.items or 'any'}; left out: {why}",
            where=amazon.path or amazon.hub.dataset,
            remedy="lower catalog.amazon.items, widen the filter, or raise the reserve",
        )


def _records(amazon: AmazonSettings) -> Iterator[Row | Problem]:
    found = hub(amazon.hub) if amazon.path is None else chain.from_iterable(map(stream, files(Path(amazon.path))))
    return track(found, "records", total=None)


def _left_out(tally: Tally) -> Iterator[Rejection]:
    for reason, count in sorted(tally.left_out.items()):
        detail = f"{count} of {tally.read} records, the first: {clean(tally.first[reason])[:300]}"
        yield Rejection(record_id=f"left out: {reason}", stage="catalog", reason=reason, detail=detail)


def _with_pictures(drawn: Sequence[Product], fetch: FetchSettings, size_px: int) -> Iterator[Entry | Rejection]:
    with asyncio.Runner() as runner:
        for start in range(0, len(drawn), FETCHED_TOGETHER):
            part = drawn[start : start + FETCHED_TOGETHER]
            paths = runner.run(_fetched([address(found) or "" for found in part], fetch))
            yield from (_entry(found, path, size_px) for found, path in zip(part, paths, strict=True))


async def _fetched(urls: Sequence[str], settings: FetchSettings) -> list[Path | RecordRejected]:
    async with Fetcher(settings) as fetcher:
        return await fetcher.all(urls)


def _entry(found: Product, picture: Path | RecordRejected, size_px: int) -> Entry | Rejection:
    try:
        if isinstance(picture, RecordRejected):
            raise picture
        return Entry(item(found), images.encode(images.load(picture, size_px)))
    except RecordRejected as verdict:
        return Rejection(
            record_id=shown_id(found.parent_asin, 0), stage="catalog", reason=verdict.reason, detail=verdict.message
        )
