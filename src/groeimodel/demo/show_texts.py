"""The umbrella organisation's editor, halfway a better text: nothing is published, so every page still says the files."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from groeimodel.demo.kit import example_person
from groeimodel.foundation.people.models import Person
from groeimodel.support.texts import selectors, services
from groeimodel.support.texts.pieces import pieces

EDITOR = "Iris De Backer"
AGO = 3
"""Days since the draft was begun."""
CHANGES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "principles.toml:principle.visible",
        "text",
        {
            "nl": "Laat zien wat de samenwerking oplevert. Doe dat voor collega's, voor schepenen en voor inwoners.",
            "en": "Show what the partnership brings. Do so for colleagues, for aldermen and for residents.",
        },
    ),
    (
        "statements/soil.toml:statement.soil-exchange-regular",
        "advice.officer",
        {
            "nl": "Leg vandaag met je collega's vier datums vast voor het komende jaar. Wissel af wie ontvangt, en zet de koffie klaar.",
        },
    ),
)


def build(today: date) -> None:
    """An editor with a small draft of two texts, of which one still waits for its English."""
    editor = example_person(EDITOR)
    Person.objects.filter(pk=editor.pk).update(edits_content=True)
    editor.edits_content = True
    at = timezone.make_aware(datetime.combine(today - timedelta(days=AGO), time(10)))
    for address, key, said in CHANGES:
        piece = pieces()[address]
        seen = selectors.working().token(piece)
        services.change_piece(piece=piece, said={f"{address}.{key}": said}, seen=seen, actor=editor, at=at)
