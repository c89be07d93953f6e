"""All LaTeX tables and figures in one document, by Debian's TeX."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from muse.steps.figures import main as figures
from muse.steps.tables import main as tables
from paper.small import write


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no pdflatex: apt-get install texlive-latex-recommended")
def test_all_tables_and_figures_compile_in_one_document(tmp_path: Path) -> None:
    write(tmp_path / "results")
    for name, step in (("figures", figures), ("tables", tables)):
        made = CliRunner().invoke(step, ["--results", str(tmp_path / "results"), "--output", str(tmp_path / name)])
        assert made.exit_code == 0, made.output
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"],
        cwd=tmp_path / "tables",
        env={**os.environ, "max_print_line": "1000"},  # file names whole, not broken at the 79th letter
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert "Missing character" not in done.stdout
    for kind, folder in (("tex", "tables"), ("pdf", "figures")):
        for file in (tmp_path / folder).glob(f"*.{kind}"):
            assert file.stem in {"all"} or file.name in done.stdout, file
