"""What the desk has that must be done by a day: answers that were promised, and agreed requests to round off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.desk.models import Request


def due_of(partnership: Partnership, today: date) -> Iterator[Due]:
    """One query. Titles hold no customer: the list goes to calendars."""
    rows = Request.objects.filter(
        Q(answer_by__isnull=False) | Q(state=Request.State.AGREED, agreed_on__lt=today),
        partnership=partnership,
        state__in=Request.OPEN,
    ).select_related("offer")
    for one in rows:
        path = reverse("desk:request", args=[partnership.slug, one.pk])
        words = {"subject": one.subject}
        if one.answer_by:
            yield Due(
                f"desk.request:{one.pk}",
                one.answer_by,
                _("De klant verwacht een antwoord: %(subject)s.") % words,
                path,
                why=_("Wie te lang wacht, vraagt het ergens anders."),
                room=_("Aanvragen"),
                right="desk.handle",
            )
        elif one.agreed_on:
            yield Due(
                f"desk.request:{one.pk}",
                one.agreed_on,
                _("Rond de aanvraag af en noteer wie ze bereikte: %(subject)s.") % words,
                path,
                room=_("Aanvragen"),
                right="desk.handle",
            )
