"""Socks and tights."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import flip, fold, whole
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("socks", length=("ankle", "crew", "knee"), cuff=("contrast cuff", "plain cuff"))
def socks(canvas: Canvas, details: Details) -> None:
    """A pair of socks."""
    top = {"ankle": 176.0, "crew": 110.0, "knee": 44.0}[details["length"]]
    wide = 4.0 if details["length"] == "knee" else 0.0
    contrast = details["cuff"] == "contrast cuff"
    tone = (
        canvas.second
        if canvas.tile is not None
        else palette.darker(canvas.main, 0.4)
        if palette.luminance(canvas.main) > 0.25
        else palette.lighter(canvas.main, 0.5)
    )
    path = (
        f"M{150 - wide},{top} L{206 + wide},{top} C{206 + wide},{top + 40} 204,190 206,214 C210,232 240,246 268,258 "
        "C292,268 296,296 272,302 C240,308 206,300 184,288 C158,274 148,250 150,222 "
        f"C152,190 {150 - wide},{top + 40} {150 - wide},{top} Z"
    )
    start = len(canvas.body)
    canvas.panel(path, folds=[fold((204, 214), (188, 226), (170, 222), 6), fold((206, 226), (196, 240), (184, 246), 5)])
    heel = "M150,226 C150,250 160,274 184,288 C186,262 176,240 150,226 Z"
    toe = "M262,256 C292,268 296,296 272,302 C262,304 252,303.5 244,302.6 C248,284 254,268 262,256 Z"
    for piece in (heel, toe):
        canvas.panel(piece, tone if contrast else "trim", depth=0.7, casts=False)
    canvas.panel(
        f"M{149 - wide},{top - 2} L{207 + wide},{top - 2} L{206 + wide},{top + 24} L{150 - wide},{top + 24} Z",
        tone if contrast else "trim",
        grain="rib",
        depth=0.6,
    )
    canvas.twin(start, -62, -10)


@silhouette("tights", opacity=("opaque", "ribbed"), foot=("footed", "footless"))
def tights(canvas: Canvas, details: Details) -> None:
    """Tights, flat."""
    footed = details["foot"] == "footed"
    path = (
        "M192,44 L236,42 C248,70 250,110 246,140 C244,200 236,250 232,300 C230,330 "
        "230,344 232,356 L208,356 C204,320 200,220 192,146 Z"
    )
    grain = "cord" if details["opacity"] == "ribbed" else None
    for side, fold_of in ((flip(path), flip), (path, lambda d: d)):
        canvas.panel(
            side,
            grain=grain,
            folds=[
                fold_of(fold((196, 150), (210, 160), (232, 150), 5)),
                fold_of(fold((210, 250), (218, 256), (232, 250), 4)),
            ],
        )
    if footed:
        foot = "M208,354 L232,354 Q236,364 254,370 Q262,378 250,381 L216,381 Q206,376 208,354 Z"
        for side in (foot, flip(foot)):
            canvas.panel(side, grain=grain, depth=0.8)
    canvas.panel(whole("M192,42 L237,40 L239,58 Q216,62 192,62"), "trim", grain="rib", depth=0.6)
