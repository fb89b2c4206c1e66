"""News of actions in the digest, in its own words, at the cadence that each reader chose (claim W18)."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.mail.digest import Block, Line
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.tending.models import Update

MOST = 8
"""Lines for each partnership; the rest is on its own page."""


def what_grows(person: Person, since: datetime) -> list[Block]:
    """A block for each partnership with news since, without what this person wrote. One query, and one a partnership."""
    found = []
    for one in partnerships_of(person).filter(listed_only=False).order_by("name"):
        with scopes_disabled():
            rows = list(
                Update.objects.filter(action__partnership=one, noted_at__gt=since)
                .exclude(noted_by=person.pk)
                .select_related("action")[: MOST + 1]
            )
        lines = [Line(f"{row.action.title}: {row.text}", _page(one.slug, row)) for row in rows[:MOST]]
        if len(rows) > MOST:
            lines.append(Line(_("Er is nog meer nieuws."), reverse("tending:news", args=[one.slug])))
        found.append(Block(_("Wat groeit er in %(name)s?") % {"name": one.name}, lines))
    return found


def _page(slug: str, row: Update) -> str:
    return f"{reverse('tending:news', args=[slug])}#nieuws-{row.pk}"
