"""What the tests of the counter begin with."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_scopes import scope
from PIL import Image

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.services import Said

LONG_AGO = date(2024, 1, 1)


def offered(cast: Cast, title: str = "Fuifpakket", **said: Any) -> Offer:
    """An offer in the window of Testland."""
    with scope(partnership=cast.partnership):
        said = {"starts": LONG_AGO, **said}
        return services.add_offer(partnership=cast.partnership, said=Said(title, **said))


def opened(cast: Cast) -> Partnership:
    """Testland, with a garden that everyone may see."""
    cast.partnership.public = True
    cast.partnership.save(update_fields=["public"])
    return cast.partnership


def page(name: str, *keys: int) -> str:
    return reverse(f"counter:{name}", args=["testland", *keys])


def photo() -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGB", (640, 480), "#2f6b45").save(made, "PNG")
    return SimpleUploadedFile("tent.png", made.getvalue(), content_type="image/png")
