"""Who probably knows: by area and words of what people noted, and by what the search finds besides."""

from __future__ import annotations

from dataclasses import dataclass

from groeimodel.foundation.contact.selectors import who_answers
from groeimodel.foundation.partners.models import Appointment
from groeimodel.foundation.partners.selectors import appointments_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.search.selectors import search
from groeimodel.rules.expertise.words import MOST, Skill, knowers
from groeimodel.soil.expertise.models import Expertise
from groeimodel.soil.expertise.selectors import skills_of
from groeimodel.soil.meetings.inviting import everybody
from groeimodel.soil.questions.models import Answer, Question, Told

FINDS = ("expertise.expertise", "questions.question")


@dataclass(frozen=True, slots=True)
class Knows:
    person: Person
    reason: str


def likely(question: Question) -> list[Knows]:
    """At most six people, the likeliest first; whoever coordinates when nobody noted anything like it."""
    skills = skills_of(question.partnership, besides=question.asker_id)
    found: dict[int, str] = {
        one.person: one.reason for one in knowers(f"{question.title} {question.more}", question.area, skills)
    }
    for person, reason in _searched(question, skills):
        if len(found) < MOST:
            found.setdefault(person, reason)
    people = {one.person.pk: one.person for one in everybody(question.partnership)}
    known = [
        Knows(people[key], reason)
        for key, reason in found.items()
        if key in people and key != question.asker_id
    ]
    return known or [Knows(one, Told.Reason.NOBODY) for one in _guides(question)]


def _guides(question: Question) -> list[Person]:
    """Whoever knows the group: its coordinators, else who supports it."""
    appointed = appointments_of(question.partnership)
    found = [one.person for one in appointed if one.kind == Appointment.Kind.COORDINATOR]
    found = found or who_answers(question.partnership)
    return [one for one in found if one.pk != question.asker_id]


def _searched(question: Question, skills: tuple[Skill, ...]) -> list[tuple[int, str]]:
    """Whom the search leads to: what they noted in other words, and who answered a question like it."""
    hits = search(question.title, partnerships=[question.partnership_id], kinds=FINDS, most=12).hits
    keys: dict[str, list[int]] = {name: [] for name in FINDS}
    for hit in hits:
        keys[hit.entry.model].append(hit.entry.key)
    rows = Expertise.objects.filter(pk__in=keys["expertise.expertise"], kind=Expertise.Kind.BRINGS)
    noted = {(one.area, one.text, one.person_id is not None) for one in rows}
    found = [
        (one.person, str(Told.Reason.WORDS)) for one in skills if (one.nutrient, one.text, one.own) in noted
    ]
    answers = Answer.objects.filter(question__in=keys["questions.question"]).exclude(question=question)
    return found + [(one.person_id, str(Told.Reason.ANSWERED)) for one in answers.order_by("-at", "-pk")]


def the_others(question: Question) -> list[Person]:
    """Everybody of the group who was not asked yet; everybody again when all were: two queries and one."""
    asked = set(question.told.values_list("person", flat=True)) | {question.asker_id}
    group = [one.person for one in everybody(question.partnership) if one.person.pk != question.asker_id]
    return [one for one in group if one.pk not in asked] or group
