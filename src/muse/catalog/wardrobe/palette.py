"""Named colours: far enough apart that an eye, or code that looks at pixels, can name them."""

from __future__ import annotations

RGB = tuple[int, int, int]

COLOURS: dict[str, str] = {
    "black": "#232326",
    "charcoal": "#4d5056",
    "grey": "#94979c",
    "white": "#f7f6f3",
    "beige": "#ddc9a6",
    "tan": "#bd8f5c",
    "brown": "#6b452e",
    "burgundy": "#6d1a32",
    "red": "#c8262e",
    "coral": "#f0735f",
    "orange": "#e5802a",
    "mustard": "#c99a1e",
    "yellow": "#f2d24a",
    "olive": "#6c6c34",
    "green": "#2f8a4c",
    "mint": "#a8dcc0",
    "teal": "#1b7a80",
    "turquoise": "#3fbfc4",
    "sky blue": "#9cc6ea",
    "blue": "#2f66c4",
    "navy": "#1f2c54",
    "purple": "#6b3a96",
    "lavender": "#bba8dd",
    "pink": "#f2b3c4",
    "fuchsia": "#d1327f",
}
METALS: dict[str, str] = {"gold": "#d8ac4c", "silver": "#b9bec6", "rose gold": "#d9a08c"}
ALL: dict[str, str] = COLOURS | METALS


def rgb(code: str) -> RGB:
    """The three channels, 0..255, of `#rrggbb`."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def code(channels: tuple[float, float, float]) -> str:
    """`#rrggbb` of three channels, 0..255, clipped."""
    return "#" + "".join(f"{max(0, min(255, round(value))):02x}" for value in channels)


def mix(first: str, second: str, share: float) -> str:
    """`share` of `second` in `first`, channel by channel."""
    one, two = rgb(first), rgb(second)
    return code((
        one[0] + (two[0] - one[0]) * share,
        one[1] + (two[1] - one[1]) * share,
        one[2] + (two[2] - one[2]) * share,
    ))  # fmt: skip


def darker(colour: str, share: float) -> str:
    """In shade: all channels scaled down, as less light does."""
    red, green, blue = (value * (1 - share) for value in rgb(colour))
    return code((red, green, blue))


def lighter(colour: str, share: float) -> str:
    """Towards white."""
    return mix(colour, "#ffffff", share)


def luminance(colour: str) -> float:
    """Relative luminance without gamma, 0 (black) .. 1 (white); Rec. 709 weights."""
    red, green, blue = rgb(colour)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def distance(one: str, two: str) -> float:
    """Weighted RGB distance ("redmean", Riemersma 2008), about 0..765."""
    a, b = rgb(one), rgb(two)
    mean = (a[0] + b[0]) / 2
    red, green, blue = ((p - q) ** 2 for p, q in zip(a, b, strict=True))
    return float(((2 + mean / 256) * red + 4 * green + (2 + (255 - mean) / 256) * blue) ** 0.5)
