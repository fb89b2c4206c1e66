"""What programs of other sites ask: oEmbed, and which pages there are."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from groeimodel.content.public_page import LANGUAGES
from groeimodel.formats.atom import NOT_IN_XML
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.public.rendering import EMBED, address_of, frame_of
from groeimodel.showcase.public.versions import in_french
from groeimodel.showcase.public.visiting import NOTHING, visit_of
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing

LEAST = 200
"""Pixels: narrower than this nobody sees a garden."""


@require_safe
@cache_control(public=True, max_age=300)
@open_to_all("says how to show what a partnership put online, and nothing of others")
def oembed(request: HttpRequest) -> HttpResponse:
    """How the garden of a page is put on another site, by the oEmbed standard.

    404 for an address that is no page of ours that shows its garden, 501 for a form that we do not write.
    """
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return HttpResponse(status=501, content_type="text/plain")
    slug = slug_in(request.GET.get("url", ""), request.get_host())
    if not slug:
        raise Http404(NOTHING)
    partnership = visit_of(slug, Kind.GARDEN).partnership
    said = rich(partnership, pixels(request, "maxwidth"), pixels(request, "maxheight"))
    if form == "xml":
        return HttpResponse(as_xml(said), content_type="text/xml; charset=utf-8")
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False})


def slug_in(address: str, host: str) -> str:
    """The partnership whose page stands at an address; empty for any other address."""
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        return ""
    ours = {urlsplit(settings.PUBLIC_URL).netloc, host}
    if parts.scheme not in ("http", "https") or parts.netloc not in ours or match.view_name != "public:page":
        return ""
    return str(match.kwargs["slug"])


def pixels(request: HttpRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else None


def rich(partnership: Partnership, most_wide: int | None, most_high: int | None) -> dict[str, Any]:
    """As large as it may be, in its own proportions."""
    width, height = EMBED
    if most_wide is not None:
        width = max(LEAST, min(width, most_wide)) if most_wide >= LEAST else most_wide
    height = min(height, round(width * EMBED[1] / EMBED[0]))
    if most_high is not None and most_high < height:
        width, height = min(width, round(most_high * EMBED[0] / EMBED[1])), most_high
    return {
        "version": "1.0",
        "type": "rich",
        "title": partnership.name,
        "provider_name": "Groeimodel",
        "provider_url": settings.PUBLIC_URL,
        "cache_age": 3600,
        "html": frame_of(partnership, width, height),
        "width": width,
        "height": height,
        **thumbnail(partnership, most_wide, most_high),
    }


def thumbnail(partnership: Partnership, most_wide: int | None, most_high: int | None) -> dict[str, Any]:
    """The share image, unless it is larger than was asked for."""
    if (most_wide is not None and most_wide < 1200) or (most_high is not None and most_high < 630):
        return {}
    url = f"{settings.PUBLIC_URL}{reverse('public:card', args=[partnership.slug])}"
    return {"thumbnail_url": url, "thumbnail_width": 1200, "thumbnail_height": 630}


def as_xml(said: dict[str, Any]) -> bytes:
    root = ElementTree.Element("oembed")
    for key, value in said.items():
        ElementTree.SubElement(root, key).text = NOT_IN_XML.sub("", str(value))
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


@require_safe
@cache_control(public=True, max_age=3600)
@open_to_all("names only the pages that were put online for everyone")
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, in each of its languages."""
    french = in_french()
    pages = [
        address_of(one, language)
        for one in partnerships_showing(Kind.PAGE)
        for language in LANGUAGES
        if language == "nl" or one.pk in french
    ]
    text = render_to_string("public/sitemap.xml", {"pages": pages})
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
@open_to_all("tells programs where they may look")
def robots(request: HttpRequest) -> HttpResponse:
    text = f"User-agent: *\nAllow: /\nDisallow: /igs/*/winkel/vraag/\n\nSitemap: {settings.PUBLIC_URL}{reverse('public:sitemap')}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
