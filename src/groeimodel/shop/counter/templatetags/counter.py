"""How an offer is shown: its flower, the ways to ask for it, and the pages of the counter side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.rights import Role
from groeimodel.shop.counter.models import Offer

register = template.Library()

FLOWERS = ("poppy", "cornflower", "sunflower", "mallow", "daisy")


@register.filter
def species(offer: Offer) -> str:
    """The flower of an offer without a picture: that of the action it grew from where the page has it, else one of its own."""
    grown = offer._state.fields_cache.get("grew_from")
    return getattr(grown, "species", "") or FLOWERS[offer.pk % len(FLOWERS)]


@register.filter
def flower(offer: Offer) -> str:
    """The address of its drawing."""
    return static(f"counter/{species(offer)}.svg")


@register.simple_tag
def way_to(name: str, *args: Any) -> str:
    """An address of another room of the shop, or nothing where that room has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.inclusion_tag("counter/_pages.html")
def counter_nav(
    partnership: Partnership, here: str, parts: Iterable[tuple[Role, int | None]] = ()
) -> dict[str, Any]:
    """The pages of the counter for who takes part: only what the reader may see, and no query."""
    roles = {role for role, _where in parts}
    pages = [("list", _("In de winkel")), ("bouquets", _("Boeketten")), ("specialities", _("Specialiteiten"))]
    pages += [("anchoring", _("Verankering")), ("reach", _("Bereik"))]
    if roles & {Role.ALDERMAN, Role.OFFICER, Role.COORDINATOR}:
        pages.append(("suppliers", _("Leveranciers")))
    if roles - {Role.GUEST}:
        pages.append(("support", _("Steun")))
    links = [(reverse(f"counter:{key}", args=[partnership.slug]), label, key == here) for key, label in pages]
    return {"links": links if roles else []}
