"""The map of Flanders with the partnerships, and a table that says the same."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groeimodel.content.outlines import outlines
from groeimodel.foundation.doors import open_to_all
from groeimodel.foundation.journal.models import LISTING
from groeimodel.foundation.journal.selectors import version_of_verbs
from groeimodel.foundation.partners.keeping import keep_page
from groeimodel.showcase.atlas.drawing import draw_map
from groeimodel.showcase.atlas.selectors import atlas


@require_safe
@open_to_all("which partnerships there are, is public")
def page(request: HttpRequest) -> HttpResponse:
    """?gemeente= shows with whom a municipality works together."""
    search = request.GET.get("gemeente", "").replace("\0", "").strip()[:80]

    def make() -> HttpResponse:
        shown = atlas(search)
        svg = draw_map(shown.areas, outlines(), _("Kaart van Vlaanderen met de samenwerkingen"))
        context = {"atlas": shown, "map": mark_safe(svg), "search": search}  # noqa: S308 (made by us, escaped)
        return render(request, "atlas/map.html", context)

    return keep_page(request, lambda: version_of_verbs(LISTING), make)
