"""The way to documents from the pages where things are recorded."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation import panels
from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership


def offer_all() -> None:
    """Called once, when the room is ready."""
    panels.offer("actions.meadow", on_meadow)
    panels.offer("actions.action", on_action)
    panels.offer("evaluation.page", on_action)


def on_meadow(partnership: Partnership) -> Panel:
    return _panel(
        partnership.slug,
        _("Wat hier groeit, in een nota, een verslag of op een affiche, zonder het over te typen."),
    )


def on_action(action: Any) -> Panel | None:
    """Where something came of it."""
    if action.stage != action.Stage.HARVEST:
        return None
    return _panel(
        action.partnership.slug, _("Het resultaat van deze actie staat mee in de nota’s en verslagen.")
    )


def _panel(slug: str, intro: str) -> Panel:
    page = reverse("documents:list", args=[slug])
    return Panel(_("Zet op papier"), [Row(_("Kies een document"), page)], 90, "documents.make", intro=intro)
