"""The PDF, and figures that are set rather than plotted, from Typst source and the files it reads."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import matplotlib as mpl
import typst

from muse.core.errors import MuseError

DOTS_PER_INCH = 300

Form = Literal["pdf", "svg", "png"]
FORMS: tuple[Form, ...] = ("pdf", "svg", "png")

_FONTS = Path(mpl.get_data_path()) / "fonts/ttf"


def compile_paper(source: Path, root: Path, form: Form = "pdf") -> bytes:
    """What a Typst file sets; it may read any file under `root`. The same inputs give the same bytes.

    SVG and PNG are of one page. Only fonts that come with the wheels of Typst and matplotlib are used (the latter's
    STIX, a Times, is what the plotted figures are lettered in), so that no machine's own fonts change the result.
    """
    try:
        compiler = typst.Compiler(str(source), root=str(root), ignore_system_fonts=True, font_paths=[str(_FONTS)])
        # No tags: Typst 0.15 fails on some layouts of floats ("internal error: parent group").
        made = compiler.compile(format=form, ppi=DOTS_PER_INCH, timestamp=0, pdf_tags=False)
    except typst.TypstError as error:
        problem = f"Typst: {error.message} {error.diagnostic}"
        raise MuseError(problem, where=source, remedy="correct the source") from None
    if not isinstance(made, bytes):
        raise MuseError(f"Typst made no single {form}", where=source, remedy="set it on one page")
    return made
