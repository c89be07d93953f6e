"""Bar charts as inline SVG: colours come from the page's style sheet, every bar says its value."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from muse.core import escape

ROW_PX, LABEL_PX, WIDTH_PX, VALUE_PX = 24, 165, 440, 60
LONGEST_LABEL = 20


def bars(title: str, counts: Mapping[str, float], unit: str) -> Markup:
    """Horizontal bars in the order given; a label longer than its column is shortened, its tooltip is not."""
    largest = max(counts.values(), default=0) or 1
    room = WIDTH_PX - LABEL_PX - VALUE_PX
    rows = []
    for number, (label, value) in enumerate(counts.items()):
        short = label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
        top, width = number * ROW_PX, value / largest * room
        shown = f"{value:,}"
        rows.append(
            f"<g><title>{escape.html(label)}: {shown} {escape.html(unit)}</title>"
            f'<text x="{LABEL_PX - 8}" y="{top + 16}" text-anchor="end">{escape.html(short)}</text>'
            f'<rect class="bar" x="{LABEL_PX}" y="{top + 4}" width="{width:.1f}" height="{ROW_PX - 8}" rx="3"/>'
            f'<text class="value" x="{LABEL_PX + width + 6:.1f}" y="{top + 16}">{shown}</text></g>'
        )
    height = max(1, len(counts)) * ROW_PX
    return Markup(
        f'<svg viewBox="0 0 {WIDTH_PX} {height}" role="img" aria-label="{escape.html(title)}, in {escape.html(unit)}">'
        + "".join(rows)
        + "</svg>"
    )


def by_size(counts: Mapping[str, int], limit: int) -> dict[str, int]:
    """The `limit` largest counts, largest first, and the sum of the others under their number."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    rest = ordered[limit:]
    shown = dict(ordered[:limit])
    return {**shown, f"{len(rest)} others": sum(value for _, value in rest)} if rest else shown


def by_number(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts of whole numbers in ascending order, with the gaps filled by zeros."""
    values = {int(value): times for value, times in counts.items()}
    return {str(value): values.get(value, 0) for value in range(min(values), max(values) + 1)} if values else {}
