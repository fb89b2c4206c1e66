"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("meetings:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("meetings.planned", _("%(who)s plande een ontmoeting."), link=page)
    tell("meetings.date_sought", _("%(who)s zoekt een datum voor een ontmoeting."), link=page)
    tell("meetings.moved", _("%(who)s veranderde het moment of de plaats van een ontmoeting."), link=page)
    tell("meetings.changed", _("%(who)s verbeterde de gegevens van een ontmoeting."), quiet=True)
    tell("meetings.cancelled", _("%(who)s zegde een ontmoeting af."), link=page)
    tell("meetings.dates_answered", _("%(person)s zei wanneer een ontmoeting past."), quiet=True)
    tell("meetings.answered", _("%(person)s liet weten wie er komt."), quiet=True)
    tell("meetings.attended", _("%(person)s was op een ontmoeting, voor %(municipality)s."), quiet=True)
    tell("meetings.attendance_undone", _("%(person)s was toch niet op een ontmoeting."), quiet=True)
    tell("meetings.agenda_made", _("%(who)s zette iets op de agenda."), quiet=True)
    tell("meetings.agenda_changed", _("%(who)s veranderde de agenda."), quiet=True)
    tell("meetings.brief_sent", _("De schepenen kregen de thema's van de volgende ontmoeting."), link=page)
    tell("meetings.steered", _("%(who)s gaf richting bij een thema, voor %(municipality)s."), link=page)
    tell("meetings.interest_shown", _("%(who)s wil de andere schepenen ontmoeten."), link=page)
    tell("meetings.interest_ended", _("%(who)s wil de andere schepenen nu niet ontmoeten."), quiet=True)
    tell("meetings.feed_renewed", _("%(who)s maakte een nieuw adres voor de agenda."), quiet=True)
