"""Making a PDF of one template, tagged and checked against PDF/UA-1, or a picture; with our own letters only."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from groeimodel.formats.report_pdf import showable

_HERE = Path(__file__).parent


def render(template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None) -> bytes:
    """A PDF of a template of `formats/typst`; the same data gives the same bytes.

    `pictures` lie beside the template, by name: PNG, JPEG or WebP.
    """
    return _made(template, data, pictures or {}, format="pdf", pdf_standards=["ua-1"])


def render_picture(template: str, data: Mapping[str, Any]) -> bytes:
    """A PNG of a template of one page, a pixel a point; the same data gives the same bytes."""
    return _made(template, data, {}, format="png", ppi=72)


def _made(template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], **asked: Any) -> bytes:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in (template, "look.typ"):
            shutil.copy(_HERE / "typst" / name, root / name)
        for name, content in pictures.items():
            (root / name).write_bytes(content)
        made = typst.compile(
            root / template,
            root=root,
            font_paths=[_HERE / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(showable(dict(data)), ensure_ascii=False)},
            timestamp=0,
            **asked,
        )
    if not isinstance(made, bytes):
        raise TypeError("a page is one file")
    return made
