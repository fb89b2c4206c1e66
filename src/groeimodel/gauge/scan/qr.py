"""QR codes as SVG without style attributes, so that the page's own rules hold."""

import io
from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=256)
def qr_svg(text: str) -> SafeString:
    """Scales with its box; dark on white in every theme, since cameras need that."""
    out = io.BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=3, dark="#2b2a26", light="#ffffff"
    )
    return mark_safe(out.getvalue().decode())  # noqa: S308 (segno writes only paths; the text is in their shape)
