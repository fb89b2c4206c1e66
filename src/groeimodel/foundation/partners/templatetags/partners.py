"""The head of every page of one partnership: its colour and logo, its name, and the way to its other pages."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.rights import Role

register = template.Library()

GROUPS = (
    (
        gettext_lazy("Leren"),
        ("pulse", "energy", "duo", "live", "presentation", "lessons", "trends", "neighbours"),
    ),
    (gettext_lazy("Kiezen"), ("needs", "checks", "choosing", "college", "decisions")),
    (gettext_lazy("Tonen"), ("documents", "kit", "photo", "news", "public", "sharing")),
    (gettext_lazy("Regelen"), ("members", "mandates", "files", "timeline")),
)
"""What stands under 'Meer', by what it is for."""


@register.inclusion_tag("partners/head.html", takes_context=True)
def partnership_head(context: Context, partnership: Partnership, here: str = "") -> dict[str, Any]:
    """`here` names the page that is shown. Links only to what the reader may see; no query.

    Logo and parts of the reader come along when the page was opened through `in_partnership`.
    """
    request = context.get("request")
    roles = {role for role, _where in getattr(request, "parts", ())}
    if request is not None and request.user.is_superuser:
        roles |= {Role.ADMINISTRATOR}
    pages = [("home", "garden:home", _("Tuin"))]
    if roles:
        pages += [
            ("meetings", "meetings:list", _("Ontmoetingen")),
            ("questions", "questions:list", _("Vragen")),
            ("expertise", "expertise:list", _("Wie kan wat?")),
            ("meadow", "actions:meadow", _("Weide")),
            ("shop", "overview:page", _("Winkel")),
        ]
    pages.append(("harvest", "harvest:list", _("Oogst")))
    more = []
    if roles - {Role.GUEST, Role.ADMINISTRATOR}:
        pages += [
            ("gauge", "expectations:gauge", _("Graadmeter")),
            ("scan", "scan:rounds", _("Groeiscan")),
        ]
        more += [("pulse", "pulse:page", _("Polsslag")), ("energy", "energy:page", _("Energie"))]
        more.append(("trends", "trends:compare", _("Vergelijken")))
        more.append(("presentation", "presentation:own_start", _("Presentatie")))
        more.append(("neighbours", "neighbours:list", _("Rondkijken")))
        more += [("college", "college:plans", _("College")), ("kit", "kit:own", _("Ambassadeurskit"))]
        more.append(("documents", "documents:list", _("Op papier")))
    if roles & {Role.ALDERMAN, Role.OFFICER, Role.AMBASSADOR, Role.COORDINATOR}:
        more.append(("photo", "photo:list", _("Foto van de weide")))
    if roles & {Role.OFFICER, Role.COORDINATOR}:
        more.append(("news", "news:desk", _("Nieuwsbrief")))
    if roles & {Role.ALDERMAN, Role.OFFICER}:
        more.append(("duo", "duo:own", _("Duogesprek")))
    if roles & {Role.COORDINATOR, Role.SUPPORTER}:
        more.append(("live", "live:list", _("Livesessie")))
    if roles:
        more += [
            ("needs", "needs:list", _("Noden")),
            ("checks", "checks:proposals", _("Lokale toets")),
            ("choosing", "choosing:list", _("Samen kiezen")),
            ("lessons", "lessons:list", _("Lessen")),
            ("files", "files:list", _("Documenten")),
            ("members", "members:list", _("Partners")),
            ("mandates", "mandates:list", _("Mandaten")),
            ("decisions", "decisions:list", _("Besluiten")),
            ("timeline", "members:timeline", _("Wat gebeurde er?")),
            ("sharing", "sharing:page", _("Wie ziet wat?")),
        ]
    if Role.COORDINATOR in roles:
        more.append(("public", "public:choose", _("Publieke pagina")))
    # The page that is shown is always in sight.
    pages += [page for page in more if page[0] == here]
    links = [(reverse(name, args=[partnership.slug]), label, key == here) for key, name, label in pages]
    rest = {key: (reverse(name, args=[partnership.slug]), label) for key, name, label in more if key != here}
    others = [(title, [rest[key] for key in keys if key in rest]) for title, keys in GROUPS]
    others = [(title, found) for title, found in others if found]
    find = reverse("search:find", args=[partnership.slug]) if roles and here != "search" else ""
    return {"partnership": partnership, "links": links, "others": others, "here": here, "find": find}
