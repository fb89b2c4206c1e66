"""Every write about energy: that the coordinator was told of a drought."""

from datetime import date

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.content.energy import advice
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.energy.models import DryWarning
from groeimodel.soil.energy.selectors import Ground, ground_of, half_of


def look(*, partnership: Partnership, today: date) -> int:
    """Tell the coordinators of every drought that they were not told of in this half-year; how many there were."""
    ground = ground_of(partnership, today)
    half = half_of(today)
    name = f"{half.year}-{half.part}"
    known = set(
        DryWarning.objects.filter(partnership=partnership, half=name).values_list("municipality", flat=True)
    )
    places: list[Municipality | None] = [
        one.municipality for one in ground.dry if one.municipality.pk not in known
    ]
    if ground.quiet is not None and None not in known:
        places.append(None)
    fresh = [place for place in places if _warn(partnership, place, name)]
    if fresh:
        _mail(partnership, ground, fresh)
    return len(fresh)


def _warn(partnership: Partnership, place: Municipality | None, half: str) -> bool:
    """Whether this is the first time; two workers that look at once must not both tell it."""
    try:
        with transaction.atomic():
            row = DryWarning.objects.create(partnership=partnership, municipality=place, half=half)
            record("energy.warned", partnership=partnership, municipality=place, subject=row)
    except IntegrityError:
        return False
    return True


def _mail(partnership: Partnership, ground: Ground, places: list[Municipality | None]) -> None:
    for person in coordinators_of(partnership):
        letter = Letter(
            subject=_("De potgrond van %(name)s droogt uit") % {"name": partnership.name},
            paragraphs=[line for place in places for line in _lines(place, ground)],
            action=Action(label=_("Bekijk de energie"), url=reverse("energy:page", args=[partnership.slug])),
            after=[_("Dit krijg jij omdat je coördineert. We vergelijken een gemeente enkel met zichzelf.")],
        )
        post(kind="energy.dry", to=person, letter=letter, partnership=partnership)


def _lines(place: Municipality | None, ground: Ground) -> list[str]:
    if place is None:
        words = _("Er is al %(days)s dagen niet samengezeten. Wat helpt:") % {"days": ground.quiet}
    else:
        words = _(
            "%(name)s deed het laatste half jaar minder dan een derde van wat daar gewoon is. Wat helpt:"
        )
        words %= {"name": place.name}
    steps = advice()["meeting" if place is None else "municipality"]
    return [words, *(f"{step.title}. {step.text}" for step in steps)]


def coordinators_of(partnership: Partnership) -> list[Person]:
    """Who coordinates today: one query."""
    found = Appointment.objects.filter(partnership=partnership, kind=Appointment.Kind.COORDINATOR, ends=None)
    return [one.person for one in found.select_related("person").order_by("pk")]
