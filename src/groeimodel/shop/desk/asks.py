"""What requests ask of people: answer in time. First of who follows it up; once it is late of who coordinates too."""

from __future__ import annotations

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.promising import is_near

MOST = 3
"""So many at once: a long list is not read."""


def asks_of(here: Here) -> list[Ask]:
    """One query; none for who handles no requests."""
    if not here.has(Role.OFFICER, Role.COORDINATOR):
        return []
    mine = Q(handler=here.person.pk)
    over = Q(state=Request.State.AGREED, agreed_on__lt=here.today)
    asked = mine & (Q(answer_by__isnull=False) | over)
    if here.has(Role.COORDINATOR):
        asked |= Q(handler=None, state__in=Request.OPEN) | Q(answer_by__lt=here.today)
    rows = Request.objects.filter(asked, partnership=here.partnership, received_on__isnull=False)
    rows = rows.select_related("offer", "handler").order_by(F("answer_by").asc(nulls_last=True), "pk")
    return [_ask(here, one) for one in rows[:MOST]]


def _ask(here: Here, one: Request) -> Ask:
    url = reverse("desk:request", args=[here.partnership.slug, one.pk])
    words = {"subject": one.subject, "who": str(one.handler or "")}
    late = bool(one.answer_by and one.answer_by < here.today)
    if one.handler_id is None:
        why = _("De beloofde dag is voorbij.") if late else _("Nog niemand volgt deze aanvraag op.")
        title = _("Kies wie de aanvraag opvolgt: %(subject)s") % words
        return Ask(title, why, url, weight=92 if late else 75, due=one.answer_by)
    if one.handler_id != here.person.pk:
        title = _("Aanvraag te laat: %(subject)s") % words
        why = _("%(who)s volgt ze op, maar de beloofde dag is voorbij. Help even.") % words
        return Ask(title, why, url, weight=80, due=one.answer_by)
    if one.answer_by is None:
        title = _("Rond de aanvraag af: %(subject)s") % words
        why = _("De afgesproken dag is voorbij. Noteer hoeveel mensen er waren.")
        return Ask(title, why, url, weight=55)
    near = is_near(one.answer_by, here.today)
    why = (
        _("De beloofde dag is voorbij. De klant wacht op je.")
        if late
        else _("De klant verwacht tegen dan een antwoord.")
    )
    weight = 90 if late else 86 if near else 60
    return Ask(_("Antwoord op de aanvraag: %(subject)s") % words, why, url, weight=weight, due=one.answer_by)
