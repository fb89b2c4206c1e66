"""A logo from a file that somebody sends: checked by its content, made small, and stripped of everything else."""

from io import BytesIO
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 40_000_000
"""A small file can hold a picture that fills the memory."""
SIDE = 256
"""Pixels of the longest side of what is kept."""
FORMATS = ("PNG", "JPEG", "WEBP")


class LogoField(forms.FileField):
    """Gives the bytes of a PNG of at most 256 by 256 pixels."""

    widget = forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        return small_png(file.read()) if file else None


def small_png(content: bytes) -> bytes:
    """A small PNG without any of the data that cameras and programs add.

    Raises:
        forms.ValidationError: it is too large, or no picture of a known kind.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(content) > MOST_BYTES:
        raise forms.ValidationError(_("Dit bestand is groter dan 2 MB. Kies een kleiner beeld."))
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise forms.ValidationError(_("Dit beeld heeft te veel pixels. Kies een kleiner beeld."))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise forms.ValidationError(
            _("Dit is geen PNG, JPEG of WebP, of het bestand is beschadigd.")
        ) from error
    upright.thumbnail((SIDE, SIDE))
    bare = Image.new("RGBA", upright.size)
    bare.paste(upright)
    out = BytesIO()
    bare.save(out, "PNG", optimize=True)
    return out.getvalue()
