"""The PDF, from Typst source and the files it reads."""

from __future__ import annotations

from pathlib import Path

import typst

from muse.core.errors import MuseError


def compile_paper(source: Path, root: Path) -> bytes:
    """The PDF of a Typst file; it may read any file under `root`. The same inputs give the same bytes.

    Only fonts that come with the Typst wheel are used, so that no machine's own fonts change the result.
    """
    try:
        compiler = typst.Compiler(str(source), root=str(root), ignore_system_fonts=True)
        pdf = compiler.compile(format="pdf", timestamp=0)
    except typst.TypstError as error:
        problem = f"Typst: {error.message} {error.diagnostic}"
        raise MuseError(problem, where=source, remedy="correct the source") from None
    if not isinstance(pdf, bytes):
        raise MuseError("Typst returned no PDF", where=source)
    return pdf
