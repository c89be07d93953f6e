"""Outlines: SVG path data in absolute coordinates on a 384-unit square, mirrored about its vertical middle."""

from __future__ import annotations

import re

MIDDLE = 192.0
Point = tuple[float, float]
Segment = tuple[str, list[Point]]
_TOKEN = re.compile(r"([MLCQZ])|(-?\d+(?:\.\d+)?)")


def parse(path: str) -> list[Segment]:
    """The commands M, L, C, Q and Z with their points; a command letter may serve several sets of points."""
    segments: list[Segment] = []
    command, numbers = "", list[float]()
    need = {"M": 2, "L": 2, "C": 6, "Q": 4}
    for letter, number in _TOKEN.findall(path):
        if letter == "Z":
            segments.append(("Z", []))
        elif letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
            if len(numbers) == need[command]:
                segments.append((command, list(zip(numbers[::2], numbers[1::2], strict=True))))
                command, numbers = ("L" if command == "M" else command), []
    return segments


def text(segments: list[Segment]) -> str:
    """Path data of segments, rounded to a hundredth."""
    return " ".join(
        command + " ".join(f"{round(x, 2):g},{round(y, 2):g}" for x, y in points) for command, points in segments
    )


def flip(path: str) -> str:
    """The same outline on the other side of the middle."""
    return text([(command, [(2 * MIDDLE - x, y) for x, y in points]) for command, points in parse(path)])


def shift(path: str, dx: float, dy: float) -> str:
    """The same outline moved."""
    return text([(command, [(x + dx, y + dy) for x, y in points]) for command, points in parse(path)])


def whole(half: str) -> str:
    """The closed outline of which `half` is the right side, drawn from the top of the middle line to its foot."""
    right = parse(half)
    left: list[Segment] = []
    for index in range(len(right) - 1, 0, -1):
        command, points = right[index]
        back = [*reversed(points[:-1]), right[index - 1][1][-1]]
        left.append((command, back))
    end = right[-1][1][-1]
    mirrored = parse(flip(text([("M", [end]), *left])))
    joined = [("L", mirrored[0][1])] if abs(end[0] - MIDDLE) > 0.01 else []
    return text([*right, *joined, *mirrored[1:], ("Z", [])])


def polygon(*points: Point) -> str:
    """A closed outline of straight lines."""
    return text([("M", [points[0]]), *(("L", [point]) for point in points[1:]), ("Z", [])])


def line(*points: Point) -> str:
    """An open run of straight lines."""
    return text([("M", [points[0]]), *(("L", [point]) for point in points[1:])])


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """A closed ellipse about (x, y), of four cubic arcs."""
    k = 0.5523
    return (
        f"M{x:.2f},{y - ry:.2f} C{x + k * rx:.2f},{y - ry:.2f} {x + rx:.2f},{y - k * ry:.2f} {x + rx:.2f},{y:.2f} "
        f"C{x + rx:.2f},{y + k * ry:.2f} {x + k * rx:.2f},{y + ry:.2f} {x:.2f},{y + ry:.2f} "
        f"C{x - k * rx:.2f},{y + ry:.2f} {x - rx:.2f},{y + k * ry:.2f} {x - rx:.2f},{y:.2f} "
        f"C{x - rx:.2f},{y - k * ry:.2f} {x - k * rx:.2f},{y - ry:.2f} {x:.2f},{y - ry:.2f} Z"
    )


def annulus(x: float, y: float, rx: float, ry: float, thick: float) -> str:
    """A closed ring of the given thickness about an ellipse; its hole is wound the other way, so it stays empty."""
    half = thick / 2
    hole = flip(ellipse(2 * MIDDLE - x, y, max(1.0, rx - half), max(1.0, ry - half)))
    return f"{ellipse(x, y, rx + half, ry + half)} {hole}"


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """A closed rectangle with rounded corners; (x, y) is its top left."""
    r = min(radius, width / 2, height / 2)
    right, foot = x + width, y + height
    return (
        f"M{x + r:.2f},{y:.2f} L{right - r:.2f},{y:.2f} Q{right:.2f},{y:.2f} {right:.2f},{y + r:.2f} "
        f"L{right:.2f},{foot - r:.2f} Q{right:.2f},{foot:.2f} {right - r:.2f},{foot:.2f} "
        f"L{x + r:.2f},{foot:.2f} Q{x:.2f},{foot:.2f} {x:.2f},{foot - r:.2f} "
        f"L{x:.2f},{y + r:.2f} Q{x:.2f},{y:.2f} {x + r:.2f},{y:.2f} Z"
    )


def fold(start: Point, bend: Point, end: Point, width: float) -> str:
    """A crease: a sliver `width` wide in its middle and sharp at both ends."""
    return (
        f"M{start[0]:.2f},{start[1]:.2f} "
        f"Q{bend[0] - width / 2:.2f},{bend[1] - width / 3:.2f} "
        f"{end[0]:.2f},{end[1]:.2f} "
        f"Q{bend[0] + width / 2:.2f},{bend[1] + width / 3:.2f} {start[0]:.2f},{start[1]:.2f} Z"
    )


def between(one: Point, two: Point, share: float) -> Point:
    """The point at `share` of the way from `one` to `two`."""
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


def bounds(paths: list[str]) -> tuple[float, float, float, float]:
    """Left, top, right and foot of all points (control points too, so never too small)."""
    points = [point for path in paths for _, points in parse(path) for point in points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
