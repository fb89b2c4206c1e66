"""A picture on a page, by its address there."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from groeimodel.foundation.files.models import Document


@dataclass(frozen=True, slots=True)
class Picture:
    url: str
    alt: str
    width: int
    height: int


def picture_of(document: Document | None, slug: str) -> Picture | None:
    if document is None or not document.is_picture:
        return None
    width, height = document.thumb_size
    return Picture(reverse("public:picture", args=[slug, document.pk]), document.alt, width, height)
