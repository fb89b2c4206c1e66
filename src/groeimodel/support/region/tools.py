"""The pages that a session leads to, by the names of `content/sessions.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.expectations.selectors import closed_rounds_of


@dataclass(frozen=True, slots=True)
class Tool:
    label: str
    url: str


LABELS = {
    "presentation": (_("Presentatie"), "presentation:own_start"),
    "notes": (_("Notities bij de presentatie"), "presentation:own_notes"),
    "live": (_("Livesessie met QR-code"), "live:list"),
    "guide": (_("Gespreksgids"), "expectations:guide"),
    "gauge": (_("Graadmeter"), "expectations:gauge"),
    "scan": (_("Rondes van de groeiscan"), "scan:rounds"),
    "meadow": (_("Weide"), "actions:meadow"),
    "choosing": (_("Samen kiezen"), "choosing:list"),
    "checks": (_("Lokale toets"), "checks:proposals"),
    "mandates": (_("Mandaten"), "mandates:list"),
    "steering": (_("Wie stuurt?"), "steering:page"),
    "kit": (_("Ambassadeurskit"), "kit:own"),
    "harvest": (_("Oogst"), "harvest:list"),
    "energy": (_("Energie"), "energy:page"),
    "needs": (_("Noden"), "needs:list"),
    "expertise": (_("Wie kan wat?"), "expertise:list"),
    "lessons": (_("Lessen"), "lessons:list"),
    "meetings": (_("Ontmoetingen"), "meetings:list"),
}
WITHOUT = {
    "poster": (_("Affiche op A3 (PDF)"), "model:poster"),
    "factors": (_("Rollen en succesfactoren"), "model:factors"),
}
"""Pages that are of no partnership."""


def tools_of(partnership: Partnership) -> dict[str, Tool]:
    """Every tool with its address in this partnership; one query, for the guide of the last round."""
    found = {name: Tool(str(label), reverse(page)) for name, (label, page) in WITHOUT.items()}
    last = closed_rounds_of(partnership).values_list("pk", flat=True).first()
    for name, (label, page) in LABELS.items():
        if name == "guide" and last is None:  # nothing to talk about yet: the gauge says how to begin
            page = "expectations:gauge"
        more = {"notes": [1], "guide": [last] if last else []}.get(name, [])
        found[name] = Tool(str(label), reverse(page, args=[partnership.slug, *more]))
    return found
