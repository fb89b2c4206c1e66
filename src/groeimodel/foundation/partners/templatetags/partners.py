"""The head of every page of one partnership: its colour and logo, its name, and the way to its other pages."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.rights import Role

register = template.Library()


@register.inclusion_tag("partners/head.html", takes_context=True)
def partnership_head(context: Context, partnership: Partnership, here: str = "") -> dict[str, Any]:
    """`here` names the page that is shown. Links only to what the reader may see; no query.

    Logo and parts of the reader come along when the page was opened through `in_partnership`.
    """
    request = context.get("request")
    roles = {role for role, _where in getattr(request, "parts", ())}
    if request is not None and request.user.is_superuser:
        roles |= {Role.ADMINISTRATOR}
    pages = [("home", "garden:home", _("Tuin")), ("harvest", "harvest:list", _("Oogst"))]
    if roles:
        pages.insert(1, ("meetings", "meetings:list", _("Ontmoetingen")))
        pages.append(("expertise", "expertise:list", _("Wie kan wat?")))
    if roles - {Role.GUEST, Role.ADMINISTRATOR}:
        pages += [("scan", "scan:rounds", _("Groeiscan")), ("energy", "energy:page", _("Energie"))]
    if roles:
        pages += [
            ("members", "members:list", _("Partners")),
            ("lessons", "lessons:list", _("Lessen")),
            ("files", "files:list", _("Documenten")),
            ("mandates", "mandates:list", _("Mandaten")),
            ("timeline", "members:timeline", _("Wat gebeurde er?")),
        ]
    links = [(reverse(name, args=[partnership.slug]), label, key == here) for key, name, label in pages]
    find = reverse("search:find", args=[partnership.slug]) if roles and here != "search" else ""
    return {"partnership": partnership, "links": links, "here": here, "find": find}
