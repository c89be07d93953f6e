"""What all tops, coats and dresses share: the torso's outline, necklines, sleeves, cuffs."""

from __future__ import annotations

from dataclasses import dataclass

from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import Point, between, flip, fold, whole

# neckline: half width at the shoulder line, depth of the front
NECKS: dict[str, tuple[float, float]] = {
    "crew": (27, 24),
    "high crew": (25, 15),
    "v-neck": (27, 62),
    "deep v-neck": (28, 84),
    "scoop": (36, 50),
    "boat": (50, 14),
    "square": (38, 44),
    "collar": (24, 20),
    "turtleneck": (23, 8),
    "mock neck": (24, 8),
    "henley": (27, 24),
}


WIDTHS = {"slim": 0.92, "regular": 1.0, "relaxed": 1.07, "oversized": 1.16}


@dataclass(frozen=True)
class Torso:
    """Half widths and heights of an upper body; the middle is x = 192. `flare` bends the side seam outwards."""

    neck: float = 27
    depth: float = 24
    neckline: str = "crew"
    top: float = 70
    shoulder: float = 76
    shoulder_y: float = 90
    chest: float = 66
    armpit_y: float = 152
    waist: float = 62
    waist_y: float = 225
    hem: float = 66
    hem_y: float = 318
    dip: float = 5

    @property
    def tip(self) -> Point:
        """The right shoulder's end."""
        return 192 + self.shoulder, self.shoulder_y

    @property
    def pit(self) -> Point:
        """Under the right arm."""
        return 192 + self.chest, self.armpit_y

    def neck_path(self, depth: float | None = None) -> str:
        """The neckline's right half, from the middle to the shoulder line."""
        n, top, d = 192 + self.neck, self.top, self.depth if depth is None else depth
        if self.neckline in {"v-neck", "deep v-neck", "shawl"}:
            return f"M192,{top + d} Q{192 + self.neck * 0.62},{top + d * 0.48} {n},{top}"
        if self.neckline == "square":
            return f"M192,{top + d} L{n - 5},{top + d} Q{n - 2},{top + d * 0.5} {n},{top}"
        return f"M192,{top + d} C{192 + self.neck * 0.62},{top + d} {n - 1},{top + d * 0.62} {n},{top}"

    def side_path(self) -> str:
        """From under the right arm down to the hem's middle."""
        px, py = self.pit
        wx, hx = 192 + self.waist, 192 + self.hem
        return (
            f"C{px - 1},{py + (self.waist_y - py) * 0.4} "
            f"{wx},{self.waist_y - (self.waist_y - py) * 0.35} {wx},{self.waist_y} "
            f"C{wx},{self.waist_y + (self.hem_y - self.waist_y) * 0.35} "
            f"{hx - 1},{self.hem_y - (self.hem_y - self.waist_y) * 0.4} "
            f"{hx},{self.hem_y - self.dip} "
            f"Q{192 + self.hem * 0.5},{self.hem_y} 192,{self.hem_y}"
        )

    def outline(self) -> str:
        """The closed torso, front view, neckline cut out."""
        (sx, sy), (px, py) = self.tip, self.pit
        arm = f"C{sx - 9},{sy + (py - sy) * 0.38} {px - 8},{py - 12} {px},{py}"
        return whole(f"{self.neck_path()} L{sx},{sy} {arm} {self.side_path()}")

    def back(self) -> str:
        """The inside of the back that shows in the neck's opening."""
        n, top = 192 + self.neck, self.top
        front = (
            f"L{n - 2},{top + self.depth + 3} L192,{top + self.depth + 3}"
            if self.neckline == "square"
            else (
                f"C{n - 1},{top + self.depth * 0.7} "
                f"{192 + self.neck * 0.6},{top + self.depth + 3} 192,{top + self.depth + 3}"
            )
        )
        return whole(
            f"M192,{top + 7} C{192 + self.neck * 0.5},{top + 7} {n - 6},{top + 3} "
            f"{n},{top - 0.5} L{n},{top + 2} {front}"
        )

    def draw_back(self, canvas: Canvas) -> None:
        """The back's inside with its shadow."""
        canvas.panel(self.back(), "lining", grain="", depth=0.6, casts=False, edge=0)
        canvas.seam(f"M{192 - self.neck},{self.top} Q192,{self.top + 15} {192 + self.neck},{self.top}", 3.4, "trim", 1)

    def neck_band(self, canvas: Canvas, width: float, role: str = "trim") -> None:
        """A band sewn along the neckline."""
        half = self.neck_path()
        both = f"{half} {flip(half)}"
        for stroke, tone, opacity in ((width + 1.4, canvas.edge, 0.55), (width, canvas.tone(role), 1)):
            canvas.raw(
                f'<path d="{both}" fill="none" stroke="{tone}" stroke-width="{stroke}" stroke-opacity="{opacity}" '
                'stroke-linejoin="round"/>'
            )


@dataclass(frozen=True)
class Sleeve:
    """A right sleeve: its outline, its opening's two corners, and the angle that its cloth is turned by."""

    path: str
    end: tuple[Point, Point]
    turn: float


def sleeve(torso: Torso, length: str, *, width: float = 1.0, puff: float = 0.0) -> Sleeve:
    """A hanging right sleeve: "cap", "short", "elbow", "three-quarter" or "long"."""
    (sx, sy), (px, py) = torso.tip, torso.pit
    reach = {"cap": 0.17, "short": 0.34, "elbow": 0.5, "three-quarter": 0.74, "long": 1.0}[length]
    drop = {"cap": 0.1, "short": 0.06}.get(length, 0.0)
    wrist_out, wrist_in = (sx + 52, sy + 208), (sx + 23, sy + 213)
    if reach < 0.6:
        wrist_out, wrist_in = (sx + 124, sy + 164), (sx + 42, sy + 226)
    out = between((sx + 6, sy + 4), wrist_out, reach)
    inner = between((px - 2, py + 4), wrist_in, reach * (0.72 if reach < 0.6 else 1.0))
    if width != 1.0:
        middle = between(out, inner, 0.5)
        out, inner = between(middle, out, width), between(middle, inner, width)
    ox, oy = out
    ix, iy = inner
    bulge = 10 + puff
    outer, under = between((sx + bulge + 4, sy + 22), out, 0.5), between((px, py), inner, 0.5)
    path = (
        f"M{sx - 8},{sy - 1.5} Q{sx + 6},{sy + 1} {sx + bulge + 4},{sy + 22 + puff * 0.3} "
        f"Q{outer[0] + 4 + puff},{outer[1] - puff * 0.4} {ox},{oy - drop} "
        f"L{ix},{iy} Q{under[0] - 3 + puff * 0.5},{under[1] + puff * 0.3} {px - 3},{py + 5} "
        f"C{px - 12},{py - 14} {sx - 16},{sy + 30} {sx - 8},{sy - 1.5} Z"
    )
    return Sleeve(path, (out, inner), -14 if reach >= 0.6 else -26)


def draw_sleeves(
    canvas: Canvas,
    torso: Torso,
    made: Sleeve,
    role: str = "main",
    cuff: float = 0,
    cuff_role: str = "trim",
    cuff_grain: str = "rib",
) -> None:
    """Both sleeves with folds, and cuffs `cuff` units long where asked."""
    (sx, sy), (px, py) = torso.tip, torso.pit
    out, inner = made.end
    middle = between(out, inner, 0.45)
    long = middle[1] - py > 60
    folds = [fold((px + 2, py + 2), (px + 8, py + 8), between((sx + 10, sy + 10), out, 0.5), 5)]
    if long:
        elbow = between((sx, sy), middle, 0.52)
        folds += [
            fold((px + 4, py + 40), (elbow[0] + 2, elbow[1] + 4), (elbow[0] + 16, elbow[1] - 12), 6),
            fold((px + 8, py + 62), (elbow[0] + 8, elbow[1] + 24), (elbow[0] + 18, elbow[1] + 18), 5),
            fold(between(elbow, middle, 0.3), between(elbow, middle, 0.6), between(elbow, middle, 0.95), 5),
        ]
    else:
        folds.append(
            fold(
                between((px, py), inner, 0.4), between((sx, sy), middle, 0.75), between((sx + 8, sy + 18), out, 0.85), 5
            )
        )
    for side in (lambda d: d, flip):
        turn = made.turn if side("M0,0 L0,0") == "M0,0 L0,0" else -made.turn
        canvas.panel(side(made.path), role, turn=turn, folds=[side(f) for f in folds])
        if cuff:
            canvas.panel(side(band(out, inner, cuff)), cuff_role, turn=turn, grain=cuff_grain, depth=0.8)
        else:
            a, b = between(out, (sx, sy), 0.045), between(inner, (px, py), 0.06)
            canvas.stitch(side(f"M{a[0]:.1f},{a[1]:.1f} L{b[0]:.1f},{b[1]:.1f}"))


def band(out: Point, inner: Point, length: float) -> str:
    """A cuff across an opening, `length` units along the limb, slightly narrower at its end."""
    dx, dy = inner[0] - out[0], inner[1] - out[1]
    size = max(1.0, (dx * dx + dy * dy) ** 0.5)
    nx, ny = dy / size * length, -dx / size * length
    if ny < 0:
        nx, ny = -nx, -ny
    a, b = between(out, inner, -0.03), between(inner, out, -0.03)
    c = (between(inner, out, 0.06)[0] + nx, between(inner, out, 0.06)[1] + ny)
    d = (between(out, inner, 0.06)[0] + nx, between(out, inner, 0.06)[1] + ny)
    return (
        f"M{a[0]:.2f},{a[1]:.2f} L{b[0]:.2f},{b[1]:.2f} "
        f"Q{b[0] + nx * 0.6:.2f},{b[1] + ny * 0.5:.2f} {c[0]:.2f},{c[1]:.2f} "
        f"L{d[0]:.2f},{d[1]:.2f} Q{a[0] + nx * 0.4:.2f},{a[1] + ny * 0.5:.2f} {a[0]:.2f},{a[1]:.2f} Z"
    )


def body_folds(torso: Torso) -> list[str]:
    """Quiet creases of a hanging torso: from the armpits inwards and up from the hem."""
    px, py = torso.pit
    left = 384 - px
    foot = torso.hem_y
    return [
        fold((px - 3, py + 6), (px - 26, py + 22), (px - 46, py + 26), 7),
        fold((left + 3, py + 6), (left + 26, py + 24), (left + 50, py + 30), 7),
        fold((px - 14, foot - 10), (px - 20, foot - 50), (px - 8, torso.waist_y + 10), 8),
        fold((left + 18, foot - 8), (left + 24, foot - 60), (left + 14, torso.waist_y), 8),
        fold((192 - 18, foot - 6), (192 - 12, foot - 40), (192 - 22, foot - 92), 7),
    ]


def hem_band(torso: Torso, height: float, tuck: float = 3) -> str:
    """A band under the hem."""
    hx, y = 192 + torso.hem, torso.hem_y
    return whole(
        f"M192,{y - 1} Q{192 + torso.hem * 0.5},{y - 1} {hx},{y - torso.dip - 1} "
        f"Q{hx + 1},{y + height * 0.5} {hx - tuck},{y + height - torso.dip} "
        f"Q{192 + torso.hem * 0.5},{y + height} 192,{y + height}"
    )
