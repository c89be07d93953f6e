"""Bar charts as tables: a reader of screens hears the numbers, and the text keeps the page's size on a phone."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from muse.core import escape


def bars(title: str, counts: Mapping[str, float], unit: str) -> Markup:
    """A bar, its value and its share of the sum for each count, in the order given."""
    largest, total = max(counts.values(), default=0) or 1, sum(counts.values()) or 1
    rows = [
        f'<tr><th scope="row">{escape.html(label)}</th>'
        f'<td><span class="bar" style="--share: {value / largest:.4f}"></span></td>'
        f'<td>{value:,}</td><td class="share">{value / total:.0%}</td></tr>'
        for label, value in counts.items()
    ]
    head = f"<caption>{escape.html(title)} <span>{escape.html(unit)}</span></caption>"
    return Markup(f'<table class="bars">{head}<tbody>{"".join(rows)}</tbody></table>')


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
