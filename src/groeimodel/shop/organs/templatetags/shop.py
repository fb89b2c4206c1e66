"""The pages of the shop, side by side under the head of the partnership."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import may_here

register = template.Library()


@register.inclusion_tag("shop/nav.html", takes_context=True)
def shop_nav(context: Context, partnership: Partnership, here: str = "") -> dict[str, Any]:
    """`here` names the page that is shown: 'overview', 'organs', 'sittings', ...; only what the reader may open; no query."""
    may = may_here(context["request"], partnership)
    pages = [
        ("overview", "overview:page", _("Winkel"), "partners.see_inside"),
        ("counter", "counter:list", _("Aanbod"), "partners.see_inside"),
        ("desk", "desk:list", _("Aanvragen"), "desk.see"),
        ("plan", "plan:page", _("Meerjarenplan"), "partners.see_inside"),
        ("money", "money:page", _("Geld"), "money.see"),
        ("subsidy", "subsidy:page", _("Subsidie"), "subsidy.see"),
        ("organs", "organs:list", _("Organen"), "partners.see_inside"),
        ("sittings", "sittings:list", _("Zittingen"), "partners.see_inside"),
        ("steering", "steering:page", _("Wie stuurt?"), "partners.see_inside"),
    ]
    return {
        "links": [
            (reverse(name, args=[partnership.slug]), label, key == here)
            for key, name, label, right in pages
            if may(right)
        ]
    }
