"""What the scan asks of people: see the result of a round, or open the first one."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.gauge.scan.models import Round, RoundLink
from groeimodel.rules.rights import Role

FRESH = timedelta(days=60)
OLD = timedelta(days=540)
"""After a year and a half it is time to measure anew."""


def asks_of(here: Here) -> list[Ask]:
    """Two queries at most."""
    last = Round.objects.filter(partnership=here.partnership).order_by("-opened_at").first()
    steers = here.has(Role.COORDINATOR, Role.SUPPORTER)
    if last is None or (not last.is_open and timezone.localdate(last.opened_at) < here.today - OLD):
        return [_open_one(here, last)] if steers else []
    if last.is_open:
        return [_look_after(here, last)] if steers else _fill_in(here, last)
    if (
        last.closed_at is not None
        and timezone.localdate(last.closed_at) >= here.today - FRESH
        and not here.has(Role.GUEST)
    ):
        return [_read(here, last)]
    return []


def _open_one(here: Here, last: Round | None) -> Ask:
    why = _("De laatste is al lang geleden.") if last else _("Zo weten jullie samen waar je staat.")
    url = reverse("scan:new", args=[here.partnership.slug])
    return Ask(title=_("Open een ronde van de groeiscan"), why=why, url=url, weight=40)


def _look_after(here: Here, last: Round) -> Ask:
    url = reverse("scan:round", args=[here.partnership.slug, last.pk])
    why = _("Kijk wie al antwoordde, en sluit af als iedereen gehoord is.")
    return Ask(title=_("Volg de ronde van de groeiscan"), why=why, url=url, weight=55)


def _fill_in(here: Here, last: Round) -> list[Ask]:
    roles = [role.value for role, _where in here.parts if role in (Role.ALDERMAN, Role.OFFICER)]
    link = RoundLink.objects.filter(round=last, role__in=roles).first()
    if link is None:
        return []
    day = date_format(last.opened_at, "j F")
    why = _("De ronde is open sinds %(day)s. Jouw kant telt even zwaar als die van een ander.") % {"day": day}
    url = reverse("scan:join", args=[link.token])
    return [Ask(title=_("Vul de groeiscan in"), why=why, url=url, weight=80)]


def _read(here: Here, last: Round) -> Ask:
    url = reverse("scan:result", args=[here.partnership.slug, last.pk])
    why = _("Daar staat wat jij en de anderen nu het best kunnen doen.")
    return Ask(title=_("Lees de uitslag van de groeiscan"), why=why, url=url, weight=45)
