"""The describer's task: what shows in an item's picture, in one to three sentences."""

from __future__ import annotations

from typing import Any

from muse.offline.request import BadRequestError, Request
from muse.offline.tasks import task
from muse.offline.vision import see


@task("describe_item")
def describe_item(request: Request) -> dict[str, Any]:
    """`{"description": ..}` for the first picture of the request."""
    if not request.pictures:
        raise BadRequestError("task describe_item: no picture")
    sight = see(next(iter(request.pictures.values())))
    garment = sight.garment if sight.garment_confidence >= 0.5 else "piece"
    pattern = sight.pattern if sight.pattern_confidence >= 0.5 and sight.pattern != "plain" else ""
    colours = " and ".join(sight.colours[:2])
    return {"description": f"The picture shows a {colours} {garment}{f' with {pattern}' if pattern else ''}."}
