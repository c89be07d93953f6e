"""File names for ids that come from outside."""

from __future__ import annotations

from hashlib import sha256

from muse.core import escape


def portable(item_id: str) -> str:
    """The id where it is a portable file name, else what is left of it and its digest: two ids never share a file."""
    safe = escape.file_name(item_id)
    # Lower case only: on some file systems A.jpg and a.jpg are one file.
    if safe == item_id == item_id.lower():
        return safe
    return f"{safe.lower()[:40]}-{sha256(item_id.encode()).hexdigest()[:12]}"
