"""The slides, in order: from the model to what this partnership found. A slide without data is left out.

A new slide is a function in `OF_PARTNERSHIP` or `OF_RECORDS`, a template in `slides/`, and its notes in
`content/presentation.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel import content as texts
from groeimodel.content.presentation import Notes, notes
from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.growth.content import ACTORS, LAYERS
from groeimodel.rules.picture import draw
from groeimodel.showcase.facts.meadow import results_of, running_of
from groeimodel.showcase.facts.selectors import ahead_of
from groeimodel.showcase.facts.values import FEW as HANDFUL
from groeimodel.showcase.facts.values import period_of
from groeimodel.showcase.facts.words import Frame
from groeimodel.showcase.garden.presenting import Page, page_of
from groeimodel.showcase.garden.selectors import garden_of, home_of
from groeimodel.showcase.model.gardens import landscape, picture
from groeimodel.showcase.model.views import models_of

FEW = 6
"""So many gains, gaps and steps fit on a slide to be read at the back of a hall."""


@dataclass(frozen=True, slots=True)
class Slide:
    key: str
    title: str
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return f"presentation/slides/{self.key}.html"

    @property
    def notes(self) -> Notes:
        return notes()[self.key]


@dataclass(frozen=True, slots=True)
class Deck:
    slides: tuple[Slide, ...]
    left_out: tuple[str, ...]
    """Why some slides are not there, for who presents."""


def deck_of_model() -> Deck:
    """The model alone, for everybody."""
    return Deck((_welcome(None), *_model(), _closing(None, leads=False)), ())


def deck_of(partnership: Partnership, person: Visitor) -> Deck:
    """From the model to this partnership's own result; six queries more than its home."""
    today = timezone.localdate()
    page = page_of(home_of(partnership, person=person, today=today))
    frame = Frame(partnership, period_of("", today), today, None)
    own = [
        *(make(page) for make in OF_PARTNERSHIP),
        *(make(frame) for make in OF_RECORDS),
        _steps(page),
    ]
    return Deck(
        (
            _welcome(partnership),
            *_model(),
            *(one for one in own if isinstance(one, Slide)),
            _closing(partnership, leads=person.has_perm("live.run", partnership)),
        ),
        tuple(str(one) for one in own if not isinstance(one, Slide)),
    )


def _welcome(partnership: Partnership | None) -> Slide:
    return Slide(
        "welcome", partnership.name if partnership else _("Het groeimodel"), {"partnership": partnership}
    )


def _model() -> list[Slide]:
    content = texts.load()
    models = models_of(content)
    return [
        Slide("model", _("Drie manieren om samen te werken"), {"models": models, "landscape": landscape()}),
        *(
            Slide(
                layer,
                content.word(f"layer.{layer}"),
                {"model": content.model(layer), "picture": picture(layer)},
            )
            for layer in LAYERS
        ),
        Slide(
            "roles",
            _("Schepen en ambtenaar: samen eigenaar"),
            {
                "rows": [
                    (
                        content.word(f"layer.{layer}"),
                        layer,
                        [content.model(layer).parts[actor].title.nl for actor in ACTORS],
                    )
                    for layer in LAYERS
                ],
                "actors": [content.word(f"actor.{actor}") for actor in ACTORS],
            },
        ),
    ]


Made = Slide | Any
"""A slide, or in words why it is not there."""


def _garden(page: Page) -> Made:
    svg = draw(garden_of(page.home), standalone=False, id_prefix="own")
    return Slide("garden", _("Jullie tuin vandaag"), {"picture": mark_safe(svg)})  # noqa: S308


def _standing(page: Page) -> Made:
    if page.story is None or page.home.latest is None:
        return gettext_lazy("Waar jullie staan: er is nog geen groeiscan.")
    return Slide(
        "standing",
        page.story.headline,
        {"story": page.story, "latest": page.home.latest, "chips": page.chips},
    )


def _differ(page: Page) -> Made:
    if page.story is None:
        return gettext_lazy("Waar schepenen en ambtenaren verschillen: er is nog geen groeiscan.")
    gaps = page.story.gaps_to_talk_about[:FEW]
    if not gaps:
        return gettext_lazy("Waar schepenen en ambtenaren verschillen: er is niets dat opvalt.")
    return Slide("differ", _("Hier kijken jullie anders"), {"gaps": gaps})


def _gauge(page: Page) -> Made:
    if not page.meters:
        return gettext_lazy("De graadmeter: er is nog geen ronde.")
    latest = page.home.gauge.latest
    return Slide("gauge", _("Wat jullie van elkaar verwachten"), {"meters": page.meters, "latest": latest})


def _harvest(page: Page) -> Made:
    if not page.home.harvests:
        return gettext_lazy("Wat gemeenten gebruiken: er is nog geen oogst.")
    shown, count = page.home.harvests[:FEW], len(page.home.harvests)
    return Slide("harvest", _("Wat jullie al gebruiken"), {"harvests": shown, "count": count})


def _steps(page: Page) -> Made:
    told = [one for one in page.steps if one.starts]
    if not told:
        return gettext_lazy("Volgende stappen: ze komen uit de groeiscan.")
    return Slide("steps", _("Hoe gaan jullie verder?"), {"groups": told})


OF_PARTNERSHIP: tuple[Callable[[Page], Made], ...] = (_garden, _standing, _differ, _gauge, _harvest)


def _running(frame: Frame) -> Made:
    rows = running_of(frame, public=False)
    if not rows:
        return gettext_lazy("Wat nu groeit: er loopt geen actie.")
    shown = [(one, one.plot.name_today if one.plot else "") for one in rows[:FEW]]
    return Slide("running", _("Wat nu groeit"), {"rows": shown, "count": len(rows), "today": frame.today})


def _results(frame: Frame) -> Made:
    """Without handfuls of people: a hall may look along."""
    rows = [one for one in results_of(frame, public=False) if not one.reach or one.figure >= HANDFUL]
    if not rows:
        return gettext_lazy("Wat acties opbrachten: er is dit jaar nog geen resultaat genoteerd.")
    return Slide("results", _("Wat acties opbrachten"), {"rows": rows[:FEW], "count": len(rows)})


def _ahead(frame: Frame) -> Made:
    rows = ahead_of(frame, public=False)[:FEW]
    if not rows:
        return gettext_lazy("Wat eraan komt: er staat niets op de agenda.")
    return Slide("ahead", _("Wat eraan komt"), {"rows": rows})


OF_RECORDS: tuple[Callable[[Frame], Made], ...] = (_running, _results, _ahead)


def _closing(partnership: Partnership | None, *, leads: bool) -> Slide:
    return Slide("closing", _("En nu jullie"), {"partnership": partnership, "leads": leads})
