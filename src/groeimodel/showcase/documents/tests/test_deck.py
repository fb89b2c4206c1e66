"""Slides for a college or a council: what was recorded, with its source; nothing that nobody recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django_scopes import scope

from groeimodel.formats.slides_pptx import Deck, Slide, pptx_of
from groeimodel.formats.tests.decks import (
    GARDEN,
    notes_of,
    opened,
    problems,
    text_of,
    titles,
    to_pdf,
    words_on,
)
from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Expense, Result
from groeimodel.showcase.documents import telling_parts as tell
from groeimodel.showcase.documents.deck import DeckFor, deck_of
from groeimodel.showcase.facts.selectors import facts_of
from groeimodel.showcase.facts.values import Facts, period_of
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.meetings.models import Attendance, Meeting

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def facts(cast: Cast, where: Municipality | None = None) -> Facts:
    with scope(partnership=cast.partnership):
        return facts_of(cast.partnership, period_of("2026", TODAY), TODAY, municipality=where)


def deck(
    cast: Cast, audience: DeckFor = "college", *, where: Municipality | None = None, money: bool = True
) -> Deck:
    whole = facts(cast)
    own = facts(cast, where) if where else whole
    return deck_of(own, GARDEN, audience, whole=whole if where else None, money=money)


def named(made: Deck) -> list[str]:
    return [one.title for one in made.slides]


def slide(made: Deck, title: str) -> Slide:
    return next(one for one in made.slides if one.title == title)


def everything(made: Deck) -> str:
    """What is read on the slides and in their notes."""
    file = opened(made)
    return "\n".join(f"{words_on(one)}\n{notes_of(one)}" for one in file.slides)


def action(
    cast: Cast, title: str, *, stage: str = "flower", ends: int = 30, plot: Municipality | None = None
) -> Action:
    return Action.objects.create(
        partnership=cast.partnership,
        title=title,
        stage=stage,
        plot=plot,
        species="poppy",
        taken_down_on=TODAY - timedelta(days=100),
        budget=Decimal(500),
        starts=TODAY - timedelta(days=60),
        ends=TODAY + timedelta(days=ends),
    )


@pytest.fixture
def recorded(cast: Cast) -> Cast:
    """A year of Testland: a meeting, harvest both ways, actions, results, an evaluation, a lesson, a decision."""
    here, home, buur = cast.partnership, cast.municipality, cast.neighbour
    with scope(partnership=here):
        met = Meeting.objects.create(
            partnership=here, title="Najaar", starts=datetime(2026, 10, 1, 18, tzinfo=UTC)
        )
        Meeting.objects.create(
            partnership=here, title="Winteroverleg", starts=datetime(2026, 12, 3, 18, tzinfo=UTC)
        )
        Attendance.objects.create(meeting=met, person=cast.bram, municipality=home, came=True)
        for title, where, origin in (
            ("Fuifcharter", home, buur),
            ("Speelstraat", buur, home),
            ("Jeugdraad", buur, None),
        ):
            Harvest.objects.create(
                partnership=here, municipality=where, from_municipality=origin, title=title, gained_on=TODAY
            )  # fmt: skip
        fest, camp = action(cast, "Buitenspeeldag"), action(cast, "Zomerkamp", stage="harvest", ends=-10)
        Result.objects.create(
            action=fest, on=TODAY, figure=1240, unit="kinderen", reach=True, source="Telling aan de deur"
        )
        Result.objects.create(
            action=camp, on=TODAY, figure=3, unit="plaatsen voor pleegkinderen", reach=True, source="Lijst"
        )
        Expense.objects.create(action=fest, on=TODAY, amount=Decimal("1200.00"), what="Springkasteel")
        Evaluation.objects.create(
            action=camp, verdict="again", reason="Iedereen wil meer.", learned="Begin vroeger.", closed_at=datetime(2026, 11, 20, tzinfo=UTC)
        )  # fmt: skip
        Lesson.objects.create(
            partnership=here, title="Regel het vervoer vroeg", learned="Anders komt niemand."
        )
        Decision.objects.create(
            partnership=here, number=4, title="We kopen een tent", way="agreed", taken_on=TODAY
        )
    return cast


def test_without_records_only_who_takes_part_and_what_is_asked(cast: Cast) -> None:
    made = deck(cast)
    assert named(made) == [
        "Wat groeit er in Testland?",
        "Samen voor kinderen en jongeren",
        "Wat we van het college vragen",
        "En wat denken jullie?",
    ]
    assert not any(one.figures or one.grid for one in made.slides)
    assert "€" not in everything(made)


def test_the_own_municipality_comes_first_then_all_together(recorded: Cast) -> None:
    made = deck(recorded, where=recorded.municipality)
    assert named(made) == [
        "Wat groeit er in Testland?",
        "Samen voor kinderen en jongeren",
        "Wat Proefdorp deed",
        "Wat we samen deden",
        "Wat Proefdorp eraan had",
        "Resultaten van acties",
        "Wat we leerden",
        "Wat nu loopt",
        "Geld voor acties",
        "Wat eraan komt",
        "Wat we van het college vragen",
        "En wat denken jullie?",
    ]
    assert (
        slide(made, "Samen voor kinderen en jongeren").lead == "Proefdorp werkt samen met 1 andere gemeente."
    )
    assert slide(made, "Wat Proefdorp eraan had").points == ("Fuifcharter, dankzij Buurdorp.",)
    assert "Voor het college van Proefdorp" in made.subtitle


def test_every_figure_is_a_fact_with_its_source(recorded: Cast) -> None:
    whole, own = facts(recorded), facts(recorded, recorded.municipality)
    known = {(one.number, one.words) for one in (*whole.facts, *own.facts)}
    shown = [one for made in deck(recorded, where=recorded.municipality).slides for one in made.figures]
    assert shown
    assert {(one.number, one.words) for one in shown} <= known
    assert all(one.source for one in shown)


def test_what_was_not_recorded_is_nowhere(recorded: Cast) -> None:
    told = everything(deck(recorded, "council"))
    for word in (
        "hefboom",
        "subsidie",
        "begroot",
        "tevredenheid",
        "keer aanbod",
        "balie",
        "vertrouwen",
        "graadmeter",
    ):
        assert word not in told.lower()
    assert "Wat het hele jaar openstaat" not in told


def test_nothing_of_gauge_and_scan_is_ever_shown(recorded: Cast) -> None:
    from groeimodel.showcase.facts.values import Fact

    whole = facts(recorded)
    trust = Fact("trust", "gauge", Decimal(71), "71", "op 100: vertrouwen van de partners", "Polsslag", False)
    made = deck_of(replace(whole, facts=(*whole.facts, trust)), GARDEN, "council")
    assert "op 100" not in everything(made)


def test_a_council_sees_decisions_and_no_handful_of_people(recorded: Cast) -> None:
    council, college = deck(recorded, "council"), deck(recorded)
    assert slide(council, "Wat we samen beslisten").points == (
        "24 november 2026: We kopen een tent (besluit 4)",
    )
    assert "Wat we samen beslisten" not in named(college)
    assert "pleegkinderen" not in everything(council)
    assert "3 plaatsen voor pleegkinderen" in everything(college)
    assert "Wat we van de raad vragen" in named(council)
    assert "Voor de gemeenteraden van de partners" in council.subtitle


def test_few_people_are_no_figure_for_a_council(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        Result.objects.create(
            action=action(cast, "Klein"), on=TODAY, figure=4, unit="kinderen", reach=True, source="Lijst"
        )
    assert "bereikt" not in everything(deck(cast, "council"))
    assert "bereikt" in everything(deck(cast))


def test_who_may_not_see_money_gets_no_amount(recorded: Cast) -> None:
    assert "€" in everything(deck(recorded))
    assert "€" not in everything(deck(recorded, money=False))


def test_harvest_of_all_says_who_uses_what_thanks_to_whom(recorded: Cast) -> None:
    points = slide(deck(recorded), "Wat het opbracht").points
    assert set(points) == {
        "Proefdorp: Fuifcharter, dankzij Buurdorp.",
        "Buurdorp: Speelstraat, dankzij Proefdorp.",
        "Buurdorp: Jeugdraad.",
    }


def test_what_runs_and_what_comes(recorded: Cast) -> None:
    made = deck(recorded)
    running = slide(made, "Wat nu loopt").grid
    assert running is not None
    assert running.rows == (("Buitenspeeldag", "samen", "tot 24 december 2026", "€\xa0500"),)
    ahead = slide(made, "Wat eraan komt").grid
    assert ahead is not None
    assert ahead.rows[0] == ("3 december 2026", "Winteroverleg")


def test_what_runs_past_its_last_day_is_not_told_as_going_on(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        late = action(cast, "Speelbos", ends=-3)
    running = slide(deck(cast), "Wat nu loopt").grid
    assert running is not None
    assert running.rows[0][2] == "liep tot 21 november 2026, nog niet afgesloten"
    assert tell.running(late, TODAY).startswith("‘Speelbos’ liep tot 21 november 2026, nog niet afgesloten.")


def test_many_actions_are_counted_and_the_first_are_shown(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        for n in range(30):
            action(cast, f"Actie {n} {'met een lange naam ' * 5}🌻", ends=n + 1)
    made = deck(cast)
    shown = slide(made, "Wat nu loopt")
    assert shown.lead == "Er lopen nu 30 acties. Dit zijn de eerste 8 die aflopen."
    assert shown.grid is not None
    assert len(shown.grid.rows) == 8
    assert problems(opened(made)) == []


@pytest.mark.parametrize("audience", ["college", "council"])
def test_the_file_has_notes_on_each_slide_and_fits(recorded: Cast, audience: DeckFor) -> None:
    made = deck(recorded, audience, where=recorded.municipality)
    file = opened(made)
    assert titles(file) == named(made)
    assert all(notes_of(one) for one in file.slides)
    assert problems(file) == []
    assert len(pptx_of(made)) < 1_000_000
    assert pptx_of(made) == pptx_of(deck(recorded, audience, where=recorded.municipality))


def test_notes_say_where_each_figure_stands(recorded: Cast) -> None:
    told = slide(deck(recorded), "Wat het opbracht").notes
    assert "Bron van 3 keer oogst: iets dat nu lokaal gebruikt wordt: Oogst." in told


def test_making_a_deck_asks_the_database_for_the_texts_alone(
    recorded: Cast, django_assert_max_num_queries: object
) -> None:
    whole, own = facts(recorded), facts(recorded, recorded.municipality)
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        deck_of(own, GARDEN, "college", whole=whole)
        deck_of(whole, GARDEN, "council")


def test_an_invented_partnership_says_so_on_each_slide(recorded: Cast) -> None:
    whole = facts(recorded)
    whole.partnership.example = True
    assert all(
        "verzonnen voorbeeld" in words_on(one) for one in opened(deck_of(whole, GARDEN, "college")).slides
    )


@pytest.mark.office
def test_libreoffice_shows_every_slide(recorded: Cast, tmp_path: Path) -> None:
    made = deck(recorded, "council")
    pages = to_pdf(pptx_of(made), tmp_path)
    assert [one.get_title() for one in pages.get_toc()] == named(made)
    assert len(pages) == len(made.slides)
    assert all(one.title in text_of(page) for one, page in zip(made.slides, pages, strict=True))
