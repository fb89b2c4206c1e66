"""The pages of the shop, side by side under the head of the partnership."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership

register = template.Library()


@register.inclusion_tag("shop/nav.html")
def shop_nav(partnership: Partnership, here: str = "") -> dict[str, Any]:
    """`here` names the page that is shown: 'overview', 'organs', 'sittings', ...; no query."""
    pages = [
        ("overview", "overview:page", _("Winkel")),
        ("counter", "counter:list", _("Aanbod")),
        ("desk", "desk:list", _("Aanvragen")),
        ("plan", "plan:page", _("Meerjarenplan")),
        ("money", "money:page", _("Geld")),
        ("subsidy", "subsidy:page", _("Subsidie")),
        ("organs", "organs:list", _("Organen")),
        ("sittings", "sittings:list", _("Zittingen")),
        ("steering", "steering:page", _("Wie stuurt?")),
    ]
    links = []
    for key, name, label in pages:
        try:
            links.append((reverse(name, args=[partnership.slug]), label, key == here))
        except NoReverseMatch:
            continue
    return {"links": links}
