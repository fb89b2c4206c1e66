"""The competence map: who covers which kind of expertise, and whom to ask where nobody does (claim B4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django_scopes import scopes_disabled

from groeimodel.content.nutrients import nutrients
from groeimodel.content.steering import steering
from groeimodel.foundation.partners.models import Appointment, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.steering.models import Cover, OwnCompetence
from groeimodel.shop.steering.selectors import here_today
from groeimodel.soil.expertise.selectors import opened_elsewhere, skills_of
from groeimodel.soil.lessons.models import Lesson

MOST = 3


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody, or something, to ask."""

    text: str
    aside: str
    url: str


@dataclass(frozen=True, slots=True)
class Skill:
    key: str
    title: str
    what: str
    own: OwnCompetence | None
    """Where the partnership added it."""
    covers: tuple[Cover, ...]
    whom: tuple[Whom, ...]
    """Whom to ask, where nobody covers it."""

    @property
    def covered(self) -> bool:
        return bool(self.covers)

    def covered_by(self, person: int | None) -> bool:
        return any(one.person_id == person for one in self.covers)


def map_of(partnership: Partnership, today: date) -> tuple[Skill, ...]:
    """Every kind of expertise that a shop asks, and their own: a constant number of queries."""
    here = here_today(partnership, today)
    covers: dict[str, list[Cover]] = defaultdict(list)
    for row in Cover.objects.filter(partnership=partnership).select_related("person", "partnership"):
        if row.person_id in here:
            covers[row.competence].append(row)
    own = list(OwnCompetence.objects.filter(partnership=partnership).select_related("partnership"))
    kinds: list[tuple[str, str, str, OwnCompetence | None, tuple[str, ...], tuple[str, ...]]] = [
        (one.id, one.title, one.what, None, one.areas, one.words) for one in steering().competences
    ]
    kinds += [(one.key, one.title, one.what, one, (), tuple(one.title.lower().split())) for one in own]
    bare = [(key, areas, words) for key, _t, _w, _o, areas, words in kinds if not covers[key]]
    whom = whom_to_ask(partnership, bare) if bare else {}
    return tuple(
        Skill(key, title, what, row, tuple(covers[key]), tuple(whom.get(key, ())))
        for key, title, what, row, _areas, _words in kinds
    )


def whom_to_ask(
    partnership: Partnership, bare: Sequence[tuple[str, Sequence[str], Sequence[str]]]
) -> dict[str, list[Whom]]:
    """By key: people of the expertise room, municipalities elsewhere that opened it, lessons of others, the supporter."""
    areas = sorted({area for _key, some, _words in bare for area in some})
    names = {one.id: one.name for one in nutrients()}
    skills = [one for one in skills_of(partnership) if one.nutrient in areas]
    people = Person.objects.in_bulk([one.person for one in skills])
    elsewhere = opened_elsewhere(partnership, areas) if areas else {}
    lessons = _lessons({word for _key, _areas, words in bare for word in words}, partnership)
    supporter = (
        Appointment.objects.filter(partnership=partnership, kind="supporter", ends=None)
        .select_related("person")
        .first()
    )
    room = reverse("expertise:list", args=[partnership.slug])
    found: dict[str, list[Whom]] = {}
    for key, some, words in bare:
        mine = [one for one in skills if one.nutrient in some][:MOST]
        rows = [
            Whom(people[one.person].name, one.text or names[one.nutrient], room)
            for one in mine
            if one.person in people
        ]
        for area in some:
            rows += [
                Whom(f"{one.municipality}, {one.partnership}", one.text or names[area], room)
                for one in elsewhere.get(area, [])[:1]
            ]
        rows += [
            Whom(title, "", f"{reverse('lessons:library')}?{urlencode({'q': words[0]})}")
            for title, text in lessons
            if any(word in text for word in words)
        ][:MOST]
        if supporter is not None:
            rows.append(Whom(supporter.person.name, "", reverse("contact:ask")))
        found[key] = rows
    return found


def _lessons(words: set[str], partnership: Partnership) -> list[tuple[str, str]]:
    """Titles of shared lessons with one of these words; nothing says whose they are. One query."""
    if not words:
        return []
    named = Q()
    for word in words:
        named |= Q(title__icontains=word) | Q(tags__icontains=word)
    with scopes_disabled():
        rows = Lesson.objects.filter(named, shared_at__isnull=False, partnership__listed_only=False)
        found = rows.exclude(partnership=partnership).order_by("-shared_at", "-pk")
        return [(title, f"{title} {tags}".lower()) for title, tags in found.values_list("title", "tags")[:30]]
