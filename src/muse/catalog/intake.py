"""Ids, texts and prices as they come from outside, made safe or rejected with the reason."""

from __future__ import annotations

import hashlib
import math
import re
from typing import Any

from muse.core import escape
from muse.core.errors import RecordRejected

MAX_ID_LENGTH = 120
MAX_TEXT_LENGTH = 20_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_PRICE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def checked_id(value: Any) -> str:
    """An id fit for file names and tables; RecordRejected `bad-id` where it is empty, long or has path characters."""
    text = "" if value is None else str(value).strip()
    if not text:
        raise RecordRejected("bad-id", "no id")
    if len(text) > MAX_ID_LENGTH:
        raise RecordRejected("bad-id", f"{len(text)} characters, at most {MAX_ID_LENGTH}")
    if _CONTROL.search(text) or "/" in text or "\\" in text or ".." in text:
        raise RecordRejected("bad-id", f"{text!r} has a control or path character")
    return text


def shown_id(value: Any, row: int) -> str:
    """An id for the quarantine file, whatever the value was: short, printable, the row's number where it is empty."""
    text = clean(value)
    return text if text and len(text) <= MAX_ID_LENGTH else f"row {row}" + (f" ({text[:40]}..)" if text else "")


def image_name(item_id: str) -> str:
    """The file name of an item's picture: unlike ids never share one."""
    safe = escape.file_name(item_id)
    return f"{safe}.jpg" if safe == item_id else f"{safe}-{hashlib.sha256(item_id.encode()).hexdigest()[:8]}.jpg"


def clean(value: Any) -> str:
    """Text on one line without control characters or broken Unicode, at most 20,000 characters; None is empty."""
    return "" if value is None else " ".join(_CONTROL.sub(" ", str(value)).split())[:MAX_TEXT_LENGTH]


def parsed_price(value: Any) -> float | None:
    """US dollars; None for "None", an empty or a negative value and for words. The lower end of a range."""
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) and value > 0 else None
    found = _PRICE.search(clean(value))
    price = float(found.group().replace(",", "")) if found and not clean(value).startswith("-") else 0.0
    return price if math.isfinite(price) and price > 0 else None
