"""A garden picture as PNG, for slides and messages, drawn with our own letters."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def render_png(svg: str, says: str = "") -> bytes:
    """The picture, 1600 pixels wide; the same SVG gives the same bytes."""
    import typst

    made = typst.compile(
        _HERE / "typst" / "picture.typ",
        format="png",
        root=_HERE / "typst",
        font_paths=[_HERE / "fonts"],
        ignore_system_fonts=True,
        ppi=72,
        sys_inputs={"svg": svg, "says": says},
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError("a picture is one file")
    return made
