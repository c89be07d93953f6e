"""Loafers, lace-ups, flats, pumps."""

from __future__ import annotations

from muse.catalog.wardrobe import palette
from muse.catalog.wardrobe.canvas import Canvas
from muse.catalog.wardrobe.paths import ellipse
from muse.catalog.wardrobe.silhouettes.footwear import RUBBER, WOOD, ankle_strap, heel, insole, laces, pair, trim_tone
from muse.catalog.wardrobe.silhouettes.registry import Details, silhouette


@silhouette("loafers", standing=True, detail=("penny strap", "tassels", "horsebit", "plain"), heel=("flat", "block"))
def loafers(canvas: Canvas, details: Details) -> None:
    """Slip-on leather shoes."""
    start = len(canvas.body)
    lift = 10.0 if details["heel"] == "block" else 0.0
    canvas.panel("M74,194 Q120,172 168,186 L176,204 Q120,216 82,210 Z", "lining", grain="", depth=0.7)
    upper = (
        "M62,258 C56,230 60,208 72,190 Q80,206 112,210 C140,212 160,200 170,184 "
        "C190,190 200,200 222,208 C262,214 300,224 320,240 C328,248 328,254 326,260 Z"
    )
    canvas.panel(upper, lights=["M96,222 Q160,232 250,244 Q150,244 96,222 Z"])
    apron = "M170,186 C190,190 204,200 224,207 C254,212 282,220 296,232 C270,236 214,226 186,214 Q172,204 170,186 Z"
    canvas.panel(apron, depth=0.8, casts=False)
    canvas.stitch("M172,202 Q178,216 206,224 C246,234 280,238 300,233")
    kind = details["detail"]
    if kind in {"penny strap", "horsebit"}:
        canvas.panel("M176,236 L198,194 L226,204 L208,244 Z", "trim", patterned=False, depth=0.7, casts=False)
        if kind == "penny strap":
            canvas.flat("M194,216 L206,219 L203,224 L192,221 Z", palette.darker(canvas.main, 0.6))
        else:
            canvas.metal("M186,222 L214,226", palette.METALS["gold"], 5)
            for x, y in ((186, 222), (214, 226)):
                canvas.raw(
                    f'<circle cx="{x}" cy="{y}" r="5" fill="none" stroke="{palette.METALS["gold"]}" '
                    'stroke-width="2.4"/>'
                )
    elif kind == "tassels":
        for x, y in ((214, 214), (200, 210)):
            canvas.panel(
                f"M{x},{y} L{x + 16},{y + 6} L{x + 14},{y + 26} L{x - 4},{y + 20} Z",
                "trim",
                grain="rib",
                patterned=False,
                depth=0.6,
                casts=False,
            )
    canvas.panel(
        f"M60,256 Q56,264 62,268 L100,268 L102,{278 + lift} L60,{278 + lift} Z",
        RUBBER,
        grain="",
        patterned=False,
        depth=0.6,
    )
    canvas.panel(
        "M58,256 Q56,266 66,268 L306,{0} Q330,{0} 328,256 Z".format(270 + lift),
        "#3a2b22",
        grain="",
        patterned=False,
        depth=0.6,
    )
    pair(canvas, start)


@silhouette(
    "oxfords", "dress shoes", standing=True, toe=("cap toe", "wingtip", "plain toe"), closure=("laces", "monk strap")
)
def oxfords(canvas: Canvas, details: Details) -> None:
    """Formal shoes."""
    start = len(canvas.body)
    canvas.panel("M76,186 Q110,168 150,176 L158,192 Q112,206 82,202 Z", "lining", grain="", depth=0.7)
    upper = (
        "M64,258 C56,228 60,204 72,184 Q84,198 108,200 C132,200 146,188 154,172 "
        "C166,170 172,178 184,188 C210,206 250,214 282,222 C310,228 332,240 334,258 Z"
    )
    canvas.panel(
        upper, lights=["M92,214 Q160,226 260,238 Q150,240 92,214 Z", "M296,230 Q316,234 324,246 Q306,240 296,230 Z"]
    )
    toe = details["toe"]
    if toe == "cap toe":
        canvas.seam("M274,221 Q262,240 272,259", 1.4)
        canvas.stitch("M270,220 Q258,240 268,259")
    elif toe == "wingtip":
        wing = "M214,256 C240,250 262,240 270,222 Q300,226 318,236 Q332,246 333,257 Z"
        canvas.panel(wing, "trim", patterned=False, depth=0.7, casts=False)
        for k in range(9):
            canvas.flat(ellipse(226 + k * 5.2, 251 - k * 2.9, 1.1, 1.1), "#000000", 0.55)
        for x, y in ((296, 240), (304, 236), (304, 245), (312, 242)):
            canvas.flat(ellipse(x, y, 1.2, 1.2), "#000000", 0.5)
    canvas.seam("M150,236 Q160,206 156,182 M150,236 Q120,246 94,256", 1.3)
    canvas.stitch("M146,236 Q156,206 152,184")
    if details["closure"] == "laces":
        laces(canvas, 172, 186, 13, 7, 4, 16)
    else:
        strap = "M134,226 L188,188 L204,196 L152,240 Z"
        canvas.panel(strap, "trim", patterned=False, depth=0.7, casts=False)
        canvas.raw(
            '<rect x="150" y="210" width="15" height="16" rx="2" fill="none" '
            f'stroke="{palette.METALS["gold"]}" stroke-width="2.8" transform="rotate(-36 '
            '157 218)"/>'
        )
    canvas.panel("M60,256 Q58,264 66,266 L120,266 L121,280 L62,280 Z", "#2d211a", grain="", patterned=False, depth=0.6)
    canvas.panel("M60,256 Q56,266 68,267 L310,270 Q338,270 336,256 Z", "#3a2b22", grain="", patterned=False, depth=0.5)
    pair(canvas, start)


@silhouette("flats", standing=True, toe=("round", "pointed"), detail=("bow", "ankle strap", "plain"))
def flats(canvas: Canvas, details: Details) -> None:
    """Ballet flats."""
    start = len(canvas.body)
    tip = 330.0 if details["toe"] == "round" else 348.0
    canvas.panel(
        "M72,206 Q140,196 216,214 L238,228 Q150,250 80,232 Z", insole(canvas), grain="", patterned=False, depth=0.8
    )
    if details["detail"] == "ankle strap":
        ankle_strap(canvas, 114, 168, 204)
    upper = (
        "M64,262 C56,240 60,220 72,204 Q78,222 100,234 C140,250 196,250 232,232 "
        f"C256,222 288,226 308,236 Q{tip - 6},244 {tip},258 Q{tip},264 {tip - 6},265 "
        "L66,266 Z"
    )
    canvas.panel(upper, lights=["M110,250 Q180,260 270,244 Q180,250 110,250 Z"])
    canvas.seam("M72,205 Q78,222 100,234 C140,250 196,250 232,232", 3, "trim", 1)
    if details["detail"] == "bow":
        tone = trim_tone(canvas, 0.3)
        for d in (
            "M240,226 C226,206 212,214 214,226 C216,238 230,236 240,226 Z",
            "M240,226 C254,208 268,216 266,228 C262,238 250,234 240,226 Z",
        ):
            canvas.panel(d, tone, grain="", depth=0.8, casts=False)
        canvas.flat(ellipse(240, 226, 5, 5), tone, 1, stroke=canvas.edge, width=0.8)
    canvas.panel(
        f"M62,262 Q62,272 70,273 L{tip - 24},273 Q{tip + 2},272 {tip},261 L66,265 Z",
        "#4a372a",
        grain="",
        patterned=False,
        depth=0.5,
    )
    pair(canvas, start)


@silhouette(
    "pumps",
    "heels",
    standing=True,
    heel=("stiletto", "block", "kitten", "wedge"),
    toe=("pointed", "round"),
    strap=("no strap", "ankle strap"),
)
def pumps(canvas: Canvas, details: Details) -> None:
    """Closed shoes with a heel."""
    start = len(canvas.body)
    rise = {"stiletto": 78.0, "block": 64.0, "kitten": 48.0, "wedge": 60.0}[details["heel"]]
    y = 274 - rise
    tip = 336.0 if details["toe"] == "pointed" else 320.0
    arch = f"C160,{y + 22} 192,264 236,274"
    heel(canvas, details["heel"], y, arch, WOOD if palette.luminance(canvas.main) < 0.6 else "#b08a62", "cord")
    canvas.panel(
        f"M78,{y - 56} Q{150},{min(y - 18, 206)} 262,216 L216,236 Q130,{y + 10} 84,{y - 10} Z",
        insole(canvas),
        grain="",
        patterned=False,
        depth=0.9,
    )
    nose = "C296,220 324,246" if details["toe"] == "pointed" else "C300,214 322,232"
    upper = (
        f"M68,{y} C62,{y - 24} 64,{y - 46} 78,{y - 58} C86,{y - 38} 100,{y - 24} 116,{min(y - 12, 214)} "
        f"C150,{min(y + 12, 228)} 186,{min(y + 34, 232)} 214,231 C232,230 248,224 262,215 {nose} {tip},264 "
        f"Q{tip + 1},274 {tip - 8},275 L236,275 C192,266 160,{y + 24} 120,{y + 10} Q92,{y + 4} 68,{y} Z"
    )
    canvas.panel(
        upper,
        lights=[
            f"M84,{y - 36} Q92,{y - 20} 104,{y - 14} Q90,{y - 12} 84,{y - 36} Z",
            "M262,226 Q292,230 308,252 Q280,238 262,226 Z",
        ],
    )
    if details["strap"] == "ankle strap":
        ankle_strap(canvas, 114, y - 88, y - 54)
    canvas.seam(f"M238,276 Q290,279 {tip - 8},276", 2.4, "#3a2b22", 1)
    pair(canvas, start)
