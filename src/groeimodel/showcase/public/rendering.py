"""A version of a page as bytes: the same for the preview and for everybody, whoever asks."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from groeimodel.content.public_page import Language, public_words
from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.scan.qr import qr_svg
from groeimodel.showcase.public.garden import listed_of
from groeimodel.showcase.public.linked import linked_data
from groeimodel.showcase.public.selectors import shown_of
from groeimodel.showcase.public.versions import Version
from groeimodel.showcase.public.words import TAGS, listed
from groeimodel.showcase.sharing.models import Kind

EMBED = (760, 500)
"""Width and height of the frame, in pixels of a page."""


def address_of(partnership: Partnership, language: Language = "nl") -> str:
    """The whole address of the page."""
    query = "?taal=fr" if language == "fr" else ""
    return f"{settings.PUBLIC_URL}{reverse('public:page', args=[partnership.slug])}{query}"


def page_bytes(
    partnership: Partnership,
    version: Version,
    languages: tuple[Language, ...],
    today: date,
    *,
    language: Language = "nl",
    query: str = "",
) -> bytes:
    """Run it inside the scope. No request takes part: nobody gets another page than anybody else."""
    shown = shown_of(partnership, version, language, today, query=query)
    address = address_of(partnership, language)
    tongue = shown.tongue
    description = str(shown.intro) or tongue.say("description", names=listed(shown.places, tongue.say))
    context = {
        "shown": shown,
        "say": tongue.say,
        "partnership": partnership,
        "language": language,
        "languages": [
            (one, TAGS[one], address_of(partnership, one), public_words(one)("language")) for one in languages
        ],
        "tag": tongue.tag,
        "address": address,
        "dutch": address_of(partnership),
        "site": settings.PUBLIC_URL,
        "description": " ".join(description.split())[:300],
        "garden": listed_of(partnership, tongue, today) if Kind.GARDEN in version.kinds else None,
        "data": linked_data(shown, address),
        "code": qr_svg(address),
        "mail": urlencode({"subject": str(shown.name), "body": address}).replace("+", "%20"),
        "frame": frame_of(partnership),
        "image": image_of(partnership),
        "kinds": {one.value for one in shown.sections},
    }
    with override("fr" if language == "fr" else "nl-be"):
        return render_to_string("public/page.html", context).encode()


def frame_of(partnership: Partnership, width: int = EMBED[0], height: int = EMBED[1]) -> str:
    """The line that somebody puts on another site. Names are escaped where the line is shown, and once in it."""
    url = f"{settings.PUBLIC_URL}{reverse('public:embed', args=[partnership.slug])}"
    return (
        f'<iframe src="{url}" title="{escape(partnership.name)}" width="{width}" height="{height}" '
        'loading="lazy" referrerpolicy="no-referrer" style="border:0;max-width:100%"></iframe>'
    )


def image_of(partnership: Partnership) -> str:
    url = f"{settings.PUBLIC_URL}{reverse('public:garden_svg', args=[partnership.slug])}"
    return (
        f'<a href="{address_of(partnership)}"><img src="{url}" alt="{escape(partnership.name)}" '
        'width="760" style="max-width:100%"></a>'
    )
