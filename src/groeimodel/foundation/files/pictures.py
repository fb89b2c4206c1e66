"""A photo made anew: upright, smaller, and without anything that a camera adds, such as the place where it was taken."""

from dataclasses import dataclass
from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from groeimodel.foundation.files.recognising import PICTURES

SIDE, THUMB_SIDE = 2000, 480
"""Pixels of the longest side."""
MOST_PIXELS = 64_000_000
"""A small file can hold a picture that fills the memory."""
TROUBLE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


@dataclass(frozen=True, slots=True)
class Picture:
    content: bytes
    thumb: bytes
    """WebP."""
    suffix: str
    content_type: str
    width: int
    height: int


def made_anew(file: IO[bytes]) -> Picture:
    """The picture in a JPEG, PNG or WebP of at most 2000 pixels, and a small one of at most 480.

    Of a moving picture the first image stays. Photos stay JPEG or WebP, the rest becomes PNG.

    Raises:
        ValidationError: it cannot be opened, or holds too many pixels.
    """
    file.seek(0)
    try:
        with Image.open(file, formats=sorted(PICTURES)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValidationError(_("Deze foto is te groot. Maak ze kleiner dan 64 megapixel."))
            kind = image.format if image.format in ("JPEG", "WEBP") else "PNG"
            image.draft("RGB", (SIDE, SIDE))  # a JPEG is read no larger than it has to be
            upright = ImageOps.exif_transpose(image)
            bare = _bare(upright, alpha=kind != "JPEG" and upright.has_transparency_data)
    except TROUBLE as error:
        raise ValidationError(
            _("Deze foto kan niet geopend worden. Bewaar ze opnieuw als JPG of PNG en probeer nog eens.")
        ) from error
    bare.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    small = bare.copy()
    small.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.LANCZOS)
    return Picture(
        content=_written(bare, kind),
        thumb=_written(small, "WEBP"),
        suffix={"JPEG": "jpg", "WEBP": "webp"}.get(kind, "png"),
        content_type=f"image/{kind.lower()}",
        width=bare.width,
        height=bare.height,
    )


def _bare(image: Image.Image, *, alpha: bool) -> Image.Image:
    """Only the pixels: a new image knows nothing of the old one's data."""
    mode = "RGBA" if alpha else "RGB"
    pixels = image.convert(mode)
    bare = Image.new(mode, pixels.size)
    bare.paste(pixels)
    return bare


def _written(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    if kind == "PNG":
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, kind, quality=85)
    return out.getvalue()
