"""What mandates ask of people."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.selectors import with_people
from groeimodel.rules.mandates import SOON
from groeimodel.rules.rights import Role


def asks_of(here: Here) -> list[Ask]:
    """An alderman answers and renews; an officer without time asks for it. One query, none for whoever has no seat."""
    aldermans, officers = here.own(Role.ALDERMAN), here.own(Role.OFFICER)
    if not aldermans | officers:
        return []
    live = list(
        with_people(here.partnership).filter(
            municipality__in=aldermans | officers, closed_on=None, refused_at=None, ends__gte=here.today
        )
    )
    found = [_answer(one) for one in live if one.municipality_id in aldermans and one.given_at is None]
    found += [_renew(one) for one in live if one.municipality_id in aldermans and _ends_soon(one, here)]
    own = [one for one in live if one.holder_id == here.person.pk and one.kind == Mandate.Kind.TIME]
    if officers and not own:
        found.append(_time(here, min(officers)))
    return found


def _ends_soon(mandate: Mandate, here: Here) -> bool:
    return mandate.given_at is not None and (mandate.ends - here.today).days < SOON


def _answer(mandate: Mandate) -> Ask:
    return Ask(
        title=_("Antwoord op de vraag van %(name)s") % {"name": mandate.asked_by or mandate.holder},
        why=_("Er wacht een vraag om een %(kind)s.") % {"kind": mandate.get_kind_display()},
        url=reverse("mandates:mandate", args=[mandate.partnership.slug, mandate.pk]),
        weight=90,
    )


def _renew(mandate: Mandate) -> Ask:
    words = {"name": mandate.holder, "day": date_format(mandate.ends, "j F")}
    return Ask(
        title=_("Vernieuw het mandaat van %(name)s") % words,
        why=_("Het loopt af op %(day)s.") % words,
        url=reverse("mandates:mandate", args=[mandate.partnership.slug, mandate.pk]),
        weight=70,
        due=mandate.ends,
    )


def _time(here: Here, municipality: int) -> Ask:
    return Ask(
        title=_("Vraag je schepen om tijd"),
        why=_("Je hebt nog geen tijdsmandaat. Met uren op papier is je werk voor de regio verantwoord."),
        url=reverse("mandates:new", args=[here.partnership.slug, Mandate.Kind.TIME, municipality]),
        weight=40,
    )
