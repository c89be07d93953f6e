"""All LaTeX tables and figures in one document, by Debian's TeX."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no pdflatex: apt-get install texlive-latex-recommended")
def test_all_tables_and_figures_compile_in_one_document(made: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-output-directory", str(tmp_path), "all.tex"],
        cwd=made / "results/tables",
        env={**os.environ, "max_print_line": "1000"},  # file names whole, not broken at the 79th letter
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert "Missing character" not in done.stdout
    for kind, folder in (("tex", "tables"), ("pdf", "figures")):
        for file in (made / "results" / folder).glob(f"*.{kind}"):
            assert file.stem in {"all"} or file.name in done.stdout, file
