"""Before a lesson is shared: everything that others would read is searched for names."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_scopes import scopes_disabled

from groeimodel.content.municipalities import municipalities
from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.rules.lessons import Names, Trace, traces
from groeimodel.soil.lessons.models import Lesson

FIELDS = {
    "title": _("In de titel"),
    "learned": _("In wat jullie leerden"),
    "helps": _("In wanneer het helpt"),
    "tags": _("In de woorden"),
}
"""What others read of a lesson, and nothing else."""
TRACES = {
    Trace.EMAIL: _("een e-mailadres"),
    Trace.PHONE: _("een telefoonnummer"),
    Trace.WEB: _("een webadres"),
    Trace.PERSON: _("een naam van iemand"),
    Trace.PLACE: _("een gemeente"),
    Trace.GROUP: _("een samenwerking"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    where: object
    what: object
    text: str


def people_around(partnership: Partnership) -> tuple[str, ...]:
    """The names of everybody who has or had a part here: two queries."""
    by_seat = Tenure.objects.filter(seat__membership__partnership=partnership).values("person")
    by_part = Appointment.objects.filter(partnership=partnership).values("person")
    people = Person.objects.filter(erased_at=None)
    named = set(people.filter(pk__in=by_seat).values_list("name", flat=True))
    named |= set(people.filter(pk__in=by_part).values_list("name", flat=True))
    return tuple(sorted(named))


def names_around(partnership: Partnership) -> Names:
    """Everybody who has or had a part here, every municipality, every partnership: four queries, and all their rows."""
    places = {name for pair in Municipality.objects.values_list("name", "name_fr") for name in pair}
    places |= {name for one in municipalities() for name in (one.name, one.name_fr, *one.other_names)}
    return Names(
        people=people_around(partnership),
        places=tuple(sorted(places - {""})),
        groups=tuple(Partnership.objects.values_list("name", flat=True)),
    )


def remarks_on(lesson: Lesson) -> list[Remark]:
    """What must go before this lesson can be shared; empty when nothing was found."""
    with scopes_disabled():
        names = names_around(lesson.partnership)
    return [
        Remark(where, TRACES[found.trace], found.text)
        for field, where in FIELDS.items()
        for found in traces(getattr(lesson, field), names)
    ]
