"""A page as data that search engines read (schema.org), in a block that no browser runs."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from groeimodel.showcase.public.governing import Day
from groeimodel.showcase.public.offering import OfferShown
from groeimodel.showcase.public.selectors import Shown

# Inside a script element nothing may look like its end, whatever somebody typed (and no byte of it is lost in JSON).
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def linked_data(shown: Shown, address: str) -> SafeString:
    """The script element. `address` is the whole address of the page."""
    text = json.dumps(graph_of(shown, address), ensure_ascii=False, separators=(",", ":"))
    safe = mark_safe(text.translate(ESCAPES))  # noqa: S308 (nothing in it can end the element)
    return format_html('<script type="application/ld+json">{}</script>', safe)


def graph_of(shown: Shown, address: str) -> dict[str, Any]:
    """Only what stands on the page."""
    organisation: dict[str, Any] = {
        "@type": "Organization",
        "@id": f"{address}#samenwerking",
        "name": str(shown.name),
        "url": address,
        "areaServed": [{"@type": "AdministrativeArea", "name": str(one)} for one in shown.places],
    }
    if shown.intro:
        organisation["description"] = str(shown.intro)
    if shown.version.email:
        organisation["email"] = shown.version.email
    if shown.counter and shown.counter.offers:
        organisation["makesOffer"] = [_offer(one) for one in shown.counter.offers]
    events = [_event(one, shown, address) for one in shown.days if one.starts]
    events += [
        {
            "@type": "Event",
            "@id": f"{address}#{one.key}",
            "name": str(one.title),
            "startDate": one.starts.isoformat(),
            "endDate": one.day.isoformat(),
            "location": _place(one.place or ", ".join(shown.places)),
            "organizer": {"@id": f"{address}#samenwerking"},
        }
        for one in shown.running
        if one.starts and one.day
    ]
    return {"@context": "https://schema.org", "@graph": [organisation, *events]}


def _offer(one: OfferShown) -> dict[str, Any]:
    service: dict[str, Any] = {"@type": "Service", "name": str(one.title)}
    if one.text:
        service["description"] = str(one.text)
    made: dict[str, Any] = {"@type": "Offer", "itemOffered": service}
    if one.free:
        made |= {"price": "0", "priceCurrency": "EUR"}
    if one.link:
        made["url"] = f"{settings.PUBLIC_URL}{one.link}"
    return made


def _event(one: Day, shown: Shown, address: str) -> dict[str, Any]:
    return {
        "@type": "Event",
        "name": f"{one.lead} {one.title}",
        "startDate": one.starts.isoformat() if one.starts else one.day.isoformat(),
        "location": _place(one.place or ", ".join(shown.places)),
        "organizer": {"@id": f"{address}#samenwerking"},
    }


def _place(name: str) -> dict[str, str]:
    return {"@type": "Place", "name": name, "address": name}
