"""What an example partnership is written in, and how it is planted through the services.

Days are counted back from the day of planting, so the examples never grow old.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.text import slugify
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Appointment, Membership, Municipality, Partnership, Seat
from groeimodel.foundation.partners.services.founding import Particulars
from groeimodel.foundation.people.models import Person
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain

HISTORY = 760
"""How many days the story goes back: a good two years."""


@dataclass(frozen=True, slots=True)
class Member:
    """An invented municipality; an empty name is an empty seat."""

    name: str
    alderman: str
    officer: str
    officer_before: str = ""
    """Who sat there until a year ago."""
    name_fr: str = ""
    """Where French is used beside Dutch."""


@dataclass(frozen=True, slots=True)
class Crop:
    """One harvest: what is used locally, since how many days, from whom (empty: the whole group)."""

    days: int
    where: str
    title: str
    text: str
    source: str
    origin: str = ""
    figure: str = ""
    """With what it counts: '212 kinderen'."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One action. `days` is when it was taken down; `start` and `end` are days from now, past below 0."""

    days: int
    species: str
    title: str
    text: str = ""
    stage: str = "seed"
    plot: str = ""
    start: int = 0
    end: int = 0
    budget: int | None = None
    progress: int = 0
    result: int = 0
    lesson: str = ""
    came: str = ""
    """What came of it, when it was picked."""


@dataclass(frozen=True, slots=True)
class Resolve:
    """A day on which the partners decided together what they would do."""

    days: int
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """An example partnership, written out."""

    name: str
    slug: str
    description: str
    legal_form: str
    aim: str
    coordinator: str
    colour: str
    region: str
    members: Sequence[Member]
    crops: Sequence[Crop] = field(default=())
    plants: Sequence[Plant] = field(default=())
    resolves: Sequence[Resolve] = field(default=())
    """The oldest first; a shared action starts after the last one before it."""
    tries: Sequence[tuple[str, str]] = field(default=())
    """An action on the plot of a neighbour, and who wants to try it too."""
    silent: Sequence[str] = field(default=())
    """Members that never gave anybody a mandate to decide."""
    bound: int = 10_000
    """Euro for one decision, in the mandates to decide."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A story in the database, with its people and members by name."""

    story: Story
    partnership: Partnership
    memberships: Mapping[str, Membership]
    people: Mapping[str, Person]
    today: date

    def municipality(self, name: str) -> Municipality:
        return self.memberships[name].municipality

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def seat(self, name: str, role: str) -> Person | None:
        """Who sits there now, by the name of the municipality."""
        member = next(one for one in self.story.members if one.name == name)
        return self.people.get(member.alderman if role == Seat.Role.ALDERMAN else member.officer)


def moment(day: date, hour: int = 14) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def example_person(name: str) -> Person:
    """Nobody real: an address under .test cannot exist, and there is no password."""
    email = f"{slugify(name)}@voorbeeld.test"
    person, _ = Person.objects.get_or_create(email=email, defaults={"name": name, "example": True})
    if person.has_usable_password():
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return person


def plant(story: Story, *, supporter: Person, today: date) -> Planted:
    """Found the partnership, fill its seats, and let two years of harvest go by."""
    began = today - timedelta(days=HISTORY)
    partnership = partners.found_partnership(
        name=story.name,
        slug=story.slug,
        legal_form=story.legal_form,
        description=story.description,
        public=True,
        example=True,
        at=moment(began),
    )
    particulars = Particulars(
        name=story.name,
        legal_form=story.legal_form,
        description=story.description,
        region=story.region,
        colour=story.colour,
        public=True,
    )
    partners.change_partnership(partnership=partnership, particulars=particulars)
    names = {story.coordinator} | {
        name for one in story.members for name in (one.alderman, one.officer, one.officer_before) if name
    }
    people = {name: example_person(name) for name in sorted(names)}
    memberships = {one.name: _join(one, partnership, people, began) for one in story.members}
    for kind, person in (
        (Appointment.Kind.COORDINATOR, people[story.coordinator]),
        (Appointment.Kind.SUPPORTER, supporter),
    ):
        partners.appoint(partnership=partnership, person=person, kind=kind, since=began, at=moment(began))
    planted = Planted(story, partnership, memberships, people, today)
    partners.declare_aim(partnership=partnership, aim=story.aim, at=moment(planted.day(600)))
    with scope(partnership=partnership):
        for crop in sorted(story.crops, key=lambda one: -one.days):
            _harvest(crop, planted)
    return planted


def _join(member: Member, partnership: Partnership, people: Mapping[str, Person], began: date) -> Membership:
    municipality = Municipality.objects.create(name=member.name, name_fr=member.name_fr, invented=True)
    membership = partners.join(
        partnership=partnership, municipality=municipality, since=began, at=moment(began)
    )
    tenures = [
        (Seat.Role.ALDERMAN, member.alderman, began),
        (Seat.Role.OFFICER, member.officer_before, began),
        (Seat.Role.OFFICER, member.officer, began + timedelta(days=395 if member.officer_before else 0)),
    ]
    for role, name, since in tenures:
        if name:
            partners.fill_seat(
                membership=membership, role=role, person=people[name], since=since, at=moment(since)
            )
    return membership


def _harvest(crop: Crop, planted: Planted) -> None:
    day = planted.day(crop.days)
    figure, _, unit = crop.figure.partition(" ")
    harvest.record_harvest(
        partnership=planted.partnership,
        gain=Gain(
            municipality=planted.municipality(crop.where),
            title=crop.title,
            text=crop.text,
            gained_on=day,
            source=crop.source,
            from_municipality=planted.municipality(crop.origin) if crop.origin else None,
            figure=Decimal(figure) if figure else None,
            unit=unit,
        ),
        actor=planted.seat(crop.where, Seat.Role.OFFICER),
        at=moment(day),
    )
