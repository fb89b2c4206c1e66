"""Everything that one version of a page shows, in a constant number of queries; run it inside the scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from groeimodel.content.public_page import Language
from groeimodel.foundation.files.selectors import documents_by
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.selectors import Told, with_pictures
from groeimodel.showcase.facts.selectors import facts_of
from groeimodel.showcase.facts.values import Fact, period_of
from groeimodel.showcase.public import governing, offering, safe
from groeimodel.showcase.public.governing import Day, DecisionShown, OrganShown
from groeimodel.showcase.public.newsletters import Letters, letters_of
from groeimodel.showcase.public.offering import Counter
from groeimodel.showcase.public.pictures import Picture, picture_of
from groeimodel.showcase.public.versions import Version
from groeimodel.showcase.public.words import Tongue, tongue_of
from groeimodel.showcase.sharing.models import PUBLIC, Kind

RUNNING, PICKED, STORIES = 6, 3, 6
"""So many are shown; of what runs the others stand in a list that opens."""
MOST = 60
"""Actions that run, shown or listed."""
FIRST = ("reach", "running", "exchanged", "offers", "picked", "satisfaction", "requests", "answered", "meetings", "published")  # fmt: skip
"""What tells residents most stands first; of these no more than `BIG` are shown large."""
BIG = 4
INSIDE = frozenset({"members", "lessons", "themes", "evaluated", "questions"})
"""Figures that say something to partners, little to residents."""


@dataclass(frozen=True, slots=True)
class Grown:
    """An action with its last news for everybody."""

    key: str
    title: str
    species: str
    kind: str
    place: str
    starts: date | None
    day: date | None
    """The last one."""
    when: str
    news: str = ""
    news_on: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    number: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Story:
    title: str
    text: str
    where: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A page, ready to be told. What is empty is not on it."""

    partnership: Partnership
    version: Version
    tongue: Tongue
    today: date
    name: str
    intro: str
    members: tuple[Municipality, ...]
    running: tuple[Grown, ...] = ()
    others: tuple[Grown, ...] = ()
    """What else runs, by its title."""
    picked: tuple[Grown, ...] = ()
    figures: tuple[Figure, ...] = ()
    stories: tuple[Story, ...] = ()
    counter: Counter | None = None
    organs: tuple[OrganShown, ...] = ()
    decisions: tuple[DecisionShown, ...] = ()
    days: tuple[Day, ...] = ()
    letters: Letters | None = None

    @property
    def big(self) -> tuple[Figure, ...]:
        return self.figures[:BIG]

    @property
    def small(self) -> tuple[Figure, ...]:
        return self.figures[BIG:]

    @property
    def places(self) -> list[str]:
        return [self.tongue.place(one) for one in self.members]

    @property
    def legal(self) -> str:
        """In which legal form they work together; empty without one."""
        form = self.tongue.say.of("legal_forms", self.partnership.legal_form)
        return self.tongue.say("legal", form=form) if form else ""

    @property
    def sections(self) -> list[Kind]:
        """What stands on the page, in its order."""
        there = {
            Kind.GARDEN: Kind.GARDEN in self.version.kinds,
            Kind.ACTIONS: bool(self.running or self.picked),
            Kind.RESULTS: bool(self.figures or self.stories),
            Kind.OFFER: self.counter is not None and self.counter.total > 0,
            Kind.ORGANS: bool(self.organs),
            Kind.DECISIONS: bool(self.decisions),
            Kind.CALENDAR: bool(self.days),
            Kind.NEWS: self.letters is not None,
        }
        return [kind for kind in PUBLIC if there.get(kind)]


def shown_of(
    partnership: Partnership, version: Version, language: Language, today: date, *, query: str = ""
) -> Shown:
    """Reads only what the version shows."""
    tongue, kinds = tongue_of(language, version.titles_fr), version.kinds
    running, others, picked = _actions(partnership, tongue, today) if Kind.ACTIONS in kinds else ((), (), ())
    return Shown(
        partnership=partnership,
        version=version,
        tongue=tongue,
        today=today,
        name=tongue.own(partnership.name, version.name_fr),
        intro=tongue.own(version.intro or partnership.description, version.intro_fr),
        members=tuple(one.municipality for one in seats_of(partnership)),
        running=running,
        others=others,
        picked=picked,
        figures=_figures(partnership, tongue, today) if Kind.RESULTS in kinds else (),
        stories=_stories(partnership, tongue) if Kind.RESULTS in kinds else (),
        counter=offering.counter_of(partnership, tongue, today, query) if Kind.OFFER in kinds else None,
        organs=governing.organs_of(partnership, tongue, today) if Kind.ORGANS in kinds else (),
        decisions=governing.decisions_of(partnership, tongue) if Kind.DECISIONS in kinds else (),
        days=governing.days_of(partnership, tongue, today, kinds) if Kind.CALENDAR in kinds else (),
        letters=letters_of(partnership, tongue) if Kind.NEWS in kinds else None,
    )


def _actions(partnership: Partnership, tongue: Tongue, today: date) -> tuple[tuple[Grown, ...], ...]:
    """Those that run and are shown, the others that run, and what was done: four queries."""
    rows = list(safe.running_shown(partnership)[:MOST])
    picked = list(safe.picked_shown(partnership)[:PICKED])
    told = _last_news(partnership, [*rows, *picked])
    # What there is something to tell of goes first, with its picture.
    rows.sort(key=lambda one: (one.pk not in told, told[one.pk].picture is None if one.pk in told else True))
    grown = [_grown(one, tongue, told.get(one.pk), today) for one in rows]
    done = tuple(_grown(one, tongue, told.get(one.pk), today) for one in picked)
    return tuple(grown[:RUNNING]), tuple(grown[RUNNING:]), done


def _last_news(partnership: Partnership, actions: Sequence[Action]) -> dict[int, Told]:
    """The last news of each, and its picture or that of earlier news: two queries."""
    told = with_pictures(list(safe.news_shown(partnership).filter(action__in=[one.pk for one in actions])))
    found: dict[int, Told] = {}
    for one in told:
        last = found.get(one.update.action_id)
        if last is None:
            found[one.update.action_id] = one
        elif last.picture is None and one.picture is not None:
            found[one.update.action_id] = Told(last.update, one.picture)
    return found


def _grown(one: Action, tongue: Tongue, told: Told | None, today: date) -> Grown:
    over = one.stage == Action.Stage.HARVEST
    where = tongue.say("actions_where", place=tongue.place(one.plot)) if one.plot else ""
    said = over or (one.ends is not None and one.ends >= today)
    when = tongue.say("done" if over else "until", day=tongue.day(one.ends)) if one.ends and said else ""
    return Grown(
        key=f"actie-{one.pk}",
        title=tongue.title("actions.action", one.pk, one.title),
        species=one.species,
        kind=tongue.say.of("species", one.species),
        place=where,
        starts=one.starts,
        day=one.ends,
        when=when,
        news=tongue.own(told.update.text) if told else "",
        news_on=tongue.say("news_of", day=tongue.day(localdate(told.update.noted_at))) if told else "",
        picture=picture_of(told.picture, one.partnership.slug) if told else None,
    )


def _figures(partnership: Partnership, tongue: Tongue, today: date) -> tuple[Figure, ...]:
    found = facts_of(partnership, period_of("", today), today, public=True).facts
    order = {key: at for at, key in enumerate(FIRST)}
    rows = sorted(
        (one for one in found if one.for_all and one.key not in INSIDE),
        key=lambda one: order.get(one.key, len(order)),
    )
    return tuple(_figure(one, tongue) for one in rows)


def _figure(one: Fact, tongue: Tongue) -> Figure:
    key = f"{one.key}_one" if one.value == 1 else one.key
    french = tongue.say.of("facts", key) or tongue.say.of("facts", one.key)
    return Figure(tongue.number(one.number), tongue.own(one.words, french), tongue.own(one.source))


def _stories(partnership: Partnership, tongue: Tongue) -> tuple[Story, ...]:
    rows = list(safe.stories_shown(partnership))
    pictured = documents_by([one for one in rows if one.picture_for_all])
    # With a picture first: they are what people look at; within that the newest.
    rows.sort(key=lambda one: not any(each.is_picture for each in pictured.get(one.pk, ())))
    stories = []
    for one in rows[:STORIES]:
        face = next((each for each in pictured.get(one.pk, ()) if each.is_picture), None)
        stories.append(
            Story(
                title=tongue.title("harvest.harvest", one.pk, one.title),
                text=tongue.own(one.text) if partnership.public and one.text else "",
                where=_where(one.municipality, one.from_municipality, tongue),
                picture=picture_of(face, partnership.slug),
            )
        )
    return tuple(stories)


def _where(here: Municipality, giver: Municipality | None, tongue: Tongue) -> str:
    place = tongue.place(here)
    return tongue.say("stories_from", place=place, other=tongue.place(giver)) if giver else place
