"""Files opened by LibreOffice, as their readers would; `tools/check.py` brings it where it may."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest


def as_pdf(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """What LibreOffice makes of files, by their names; the test is left out, with the reason, where it cannot read them."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here: nothing was opened with it")
    slides = any(name.endswith(".pptx") for name in files)
    if slides and not (Path(program).resolve().parent / "libsdlo.so").exists():
        pytest.skip("LibreOffice is here without Impress, its part for slides: they were not opened")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    # A profile of its own: two of them at once would wait for each other.
    home = f"-env:UserInstallation=file://{folder}/home"
    done = subprocess.run(
        [program, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        cwd=folder,
        check=False,
        capture_output=True,
        timeout=180,
    )
    made = {name: folder / Path(name).with_suffix(".pdf") for name in files}
    missing = [name for name, path in made.items() if not path.exists()]
    assert not missing, f"{missing}: {done.stderr.decode()}"
    return {name: path.read_bytes() for name, path in made.items()}
