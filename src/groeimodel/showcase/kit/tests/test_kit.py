"""The ambassador's kit: three talking points, figures, picture, milestones, for this municipality, today (claim W17)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.formats.tests.paper import pages_of, words_of
from groeimodel.foundation.decisions.models import Decision, Matter
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.meadow.actions.models import Action, ActionExpectation, Participation
from groeimodel.meadow.college import services as college
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.showcase.kit.selectors import ground_of
from groeimodel.showcase.kit.telling import Kit, kit_of
from groeimodel.showcase.photo import services as photo
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["pages"].clear()
    with time_machine.travel(TODAY, tick=False):
        yield
    caches["pages"].clear()


def page(cast: Cast, where: Municipality | None = None) -> str:
    return f"/igs/testland/kit/{(where or cast.municipality).pk}/"


def paper(cast: Cast, where: Municipality | None = None) -> str:
    return f"/igs/testland/kit/{(where or cast.municipality).pk}.pdf"


def kit(cast: Cast, where: Municipality | None = None) -> Kit:
    with scope(partnership=cast.partnership):
        return kit_of(ground_of(cast.partnership, where or cast.municipality, TODAY))


def says(cast: Cast) -> list[str]:
    return [one.told.say for one in kit(cast).points]


def gain(cast: Cast, title: str, *, days: int = 10, figure: str = "", back: bool = False) -> None:
    """Proefdorp uses something of Buurdorp; `back`: the other way round."""
    number, _, unit = figure.partition(" ")
    where, origin = cast.municipality, cast.neighbour
    if back:
        where, origin = origin, where
    with scope(partnership=cast.partnership):
        given = Gain(
            where,
            title,
            TODAY - timedelta(days=days),
            from_municipality=origin,
            text="Bewezen in de praktijk.",
            figure=Decimal(number) if number else None,
            unit=unit,
        )
        harvest.record_harvest(partnership=cast.partnership, gain=given)


def action(cast: Cast, title: str, *, ends: int = 60, stage: str = "flower", budget: int = 4200) -> Action:
    """Shared, begun two hundred days before its end."""
    last = TODAY + timedelta(days=ends)
    with scope(partnership=cast.partnership):
        return Action.objects.create(
            partnership=cast.partnership,
            title=title,
            species="poppy",
            stage=stage,
            starts=last - timedelta(days=200),
            ends=last,
            budget=budget,
            taken_down_on=TODAY,
        )


def takes_part(row: Action, where: Municipality, amount: str | None) -> None:
    Participation.objects.create(
        action=row, municipality=where, amount=None if amount is None else Decimal(amount)
    )


@pytest.mark.claim("W17", "W20")
def test_three_points_with_figures_picture_and_milestones(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter", figure="212 jongeren")
    takes_part(action(cast, "Fuifcoaches"), cast.municipality, "800")
    gita = person("Gita")
    partners.appoint(
        partnership=cast.partnership,
        person=gita,
        kind="ambassador",
        since=TODAY,
        municipality=cast.municipality,
    )
    client.force_login(gita)
    home = client.get("/igs/testland/kit/")
    assert home["Location"] == page(cast)
    shown = client.get(page(cast)).content.decode()
    told = words_of(client.get(paper(cast)).content)
    for text in (shown.replace("\u00a0", " "), told):
        assert "Drie dingen om te vertellen" in text
        assert "Fuifcharter: dat hebben we dankzij Buurdorp." in text
        assert "212" in text
        assert "Voor elke euro van ons gaat er € 5,25 naar onze acties." in text
        assert "Er loopt nu 1 gezamenlijke actie waar wij aan meedoen." in text
        assert "Oogst, genoteerd op 14 november 2026" in text
        assert "gemeenten werken samen" in text
        assert "‘Fuifcoaches’ loopt af" in text
        assert "23 januari 2027" in text
        for name in ("Amina", "Bram", "Celia"):
            assert name not in text.replace("Gita", "")
    assert "<svg" in shown
    assert shown.count("button--primary") == 1


@pytest.mark.claim("W17")
def test_the_page_on_paper_is_exactly_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    for count in range(3):
        answer = client.get(paper(cast))
        assert answer["Content-Type"] == "application/pdf"
        assert pages_of(answer.content) == 1
        for at in range(20 * count):
            gain(cast, f"{'Een lange titel van een oogst ' * 4}"[:112] + f" {at}", days=at, figure="12 uren")
            action(cast, f"{'Een lange titel van een actie ' * 4}"[:112] + f" {at}")


def test_a_figure_that_nobody_recorded_is_left_out(cast: Cast) -> None:
    assert says(cast) == []
    row, silent = action(cast, "Kamp"), action(cast, "Festival", budget=9000)
    takes_part(row, cast.municipality, None)
    takes_part(silent, cast.municipality, None)
    assert says(cast) == ["Er lopen nu 2 gezamenlijke acties waar wij aan meedoen."]
    assert [one.key for one in kit(cast).figures] == ["members"]
    Participation.objects.filter(action=row).update(amount=Decimal("1000.10"))
    lever = kit(cast).points[0].told
    assert lever.say == "Voor elke euro van ons gaat er €\u00a04,20 naar onze acties."
    assert "Wij legden €\u00a01.000,10 in voor 1 actie met een budget van €\u00a04.200: Kamp." in lever.proof


def test_what_we_pay_alone_is_no_lever(cast: Cast) -> None:
    takes_part(action(cast, "Kamp"), cast.municipality, "4200")
    assert len(says(cast)) == 1


def test_what_only_others_do_is_not_told(cast: Cast) -> None:
    takes_part(action(cast, "Van de buren"), cast.neighbour, "500")
    assert says(cast) == []
    assert kit(cast).milestones == ()
    assert len(kit(cast, cast.neighbour).points) == 2


def test_what_was_expected_and_came_true_is_told_first(cast: Cast) -> None:
    gain(cast, "Fuifcharter", figure="212 jongeren")
    row = action(cast, "Zomerkamp", ends=-30, stage="harvest")
    told = ActionExpectation.objects.create(
        action=row,
        municipality=cast.municipality,
        text="Twintig plaatsen.",
        came="yes",
        looked_back="Het waren er 22.",
    )
    ActionExpectation.objects.create(action=row, municipality=cast.neighbour, text="Meer", came="no")
    with scopes_disabled():
        harvest_first = says(cast)
    assert harvest_first[0].startswith("Fuifcharter")  # it has a figure
    assert harvest_first[1] == "‘Zomerkamp’ deed wat we ervan verwachtten."
    told.came = "no"
    told.save()
    assert not any("verwachtten" in one for one in says(cast))


@pytest.mark.claim("W17")
def test_figures_and_verdicts_of_actions_come_with_their_source(cast: Cast) -> None:
    row = action(cast, "Zomerkamp", ends=-30, stage="harvest")
    takes_part(row, cast.municipality, "800")
    gain(cast, "Fuifcharter", figure="212 jongeren")
    counted = {"action": row, "unit": "plaatsen", "source": "Inschrijvingen"}
    with scope(partnership=cast.partnership):
        Result.objects.create(**counted, on=TODAY, figure=Decimal(60))  # of everybody together
        Result.objects.create(**counted, on=TODAY, figure=Decimal(9), municipality=cast.neighbour)
    assert says(cast)[0].startswith("Fuifcharter")  # our own goes first
    with scope(partnership=cast.partnership):
        Result.objects.create(
            **counted, on=TODAY, figure=Decimal("22"), municipality=cast.municipality, reach=True
        )
    point = kit(cast).points[0].told
    assert point.say == "Met ‘Zomerkamp’ bereikten we 22 plaatsen."
    assert point.source == "Inschrijvingen, 24 november 2026"
    account = {one.key: one for one in kit(cast).figures}
    assert (account["reach"].number, account["reach"].source) == (
        "22",
        "Rekening van Proefdorp, sinds het begin",
    )
    with scope(partnership=cast.partnership):
        Result.objects.exclude(municipality=None).delete()
        Evaluation.objects.create(
            action=row,
            reach=70,
            reach_source="Telling aan de poort",
            verdict="again",
            reason="Ouders vragen erom",
            learned="Vroeg beginnen.",
            closed_at=timezone.now(),
        )
        Harvest.objects.all().delete()
    told = kit(cast).points[0].told
    assert told.say == "‘Zomerkamp’ was goed: we zaaien het opnieuw."
    assert told.proof == "Ouders vragen erom. Het bereikte 70 kinderen en jongeren (Telling aan de poort)."
    with scope(partnership=cast.partnership):
        Evaluation.objects.update(verdict="compost")
    told = kit(cast).points[0].told
    assert told.say == "‘Zomerkamp’ was goed voor 60 plaatsen."
    assert told.source == "Inschrijvingen, alle partners samen, 24 november 2026"


def test_taken_and_given_decided_worked_and_worked_out(cast: Cast) -> None:
    gain(cast, "Fuifcharter")
    gain(cast, "Speelstraat", back=True)
    row = action(cast, "Kamp")
    with scope(partnership=cast.partnership):
        decision = Decision.objects.create(
            partnership=cast.partnership, number=3, title="Keuze 2026", way="chosen", taken_on=TODAY
        )
        Matter.objects.create(decision=decision, subject=row.key, title="Kamp", adopted=True)
        Matter.objects.create(decision=decision, subject="actions.action:0", title="Niet", adopted=False)
    assert says(cast) == [
        "Fuifcharter: dat hebben we dankzij Buurdorp.",
        "1 keer kregen we iets van de buren, 1 keer gaven we iets.",
        "Er loopt nu 1 gezamenlijke actie.",
    ]
    with scope(partnership=cast.partnership):
        Action.objects.all().update(stage="seedling")
    assert "We beslisten samen: Kamp." in says(cast)
    assert any(one.told.source == "Besluit 3, 24 november 2026" for one in kit(cast).points)
    with scope(partnership=cast.partnership):
        Matter.objects.all().delete()
    assert "1 idee wordt nu uitgewerkt." in says(cast)


def test_hours_are_told_with_what_was_granted(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        given = mandates.give(
            partnership=cast.partnership,
            proposal=Proposal(
                municipality=cast.municipality,
                kind="time",
                holder=cast.bram,
                starts=TODAY - timedelta(days=100),
                ends=TODAY + timedelta(days=100),
                hours=Decimal(8),
            ),
            actor=cast.amina,
        )
        mandates.use(mandate=given, on=TODAY, hours=Decimal("12.5"), actor=cast.bram)
    (point,) = kit(cast).points
    assert point.told.say == "Onze jeugddienst stak er in een jaar 12,5 uur in."
    assert point.told.proof == "Toegestaan: 8 uur per maand."
    assert point.why == (
        "Gekozen omdat: het gaat over Proefdorp zelf, er staat een cijfer bij, het is van het laatste jaar en "
        "het is het enige dat hierover genoteerd is."
    )


def test_the_near_moment_with_the_college_stands_on_top(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter")
    with scope(partnership=cast.partnership):
        college.plan(
            partnership=cast.partnership,
            municipality=cast.municipality,
            planned=college.Planned(TODAY + timedelta(days=6), "alderman", "kit", "Geld vragen"),
            actor=None,
        )
    client.force_login(cast.amina)
    words = words_of(client.get(paper(cast)).content)
    assert "Op maandag 30 november bij het college: geld vragen" in words
    assert "Bij het college, met de ambassadeurskit" in words


def test_a_shared_photo_can_be_scanned_from_the_page(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter")
    client.force_login(cast.amina)
    assert "Bekijk de weide" not in words_of(client.get(paper(cast)).content)
    with scope(partnership=cast.partnership):
        made = photo.share(partnership=cast.partnership, actor=cast.amina)
    pdf = client.get(paper(cast)).content
    assert "Bekijk de weide" in words_of(pdf)
    assert made.token.encode() in pdf
    client.force_login(cast.bram)  # a link is of who made it
    assert made.token.encode() not in client.get(paper(cast)).content


def test_the_kit_is_of_the_own_municipality(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter")
    for url in (page(cast), paper(cast)):
        for stranger in (cast.celia, cast.daan):
            client.force_login(stranger)
            assert client.get(url).status_code == 403
        for reader in (cast.amina, cast.bram, cast.finn, cast.els):
            client.force_login(reader)
            assert client.get(url).status_code == 200
    client.force_login(cast.finn)
    chosen = client.get("/igs/testland/kit/").content.decode()
    assert page(cast) in chosen
    assert page(cast, cast.neighbour) in chosen
    assert client.get(page(cast, cast.faraway)).status_code == 404
    client.force_login(cast.els)  # who supports tells it, and does not share it
    assert "/igs/testland/foto/" not in client.get(page(cast)).content.decode()
    client.force_login(cast.daan)
    assert client.get("/igs/testland/kit/").status_code == 403


def test_nothing_recorded_teaches(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    shown = client.get(page(cast)).content.decode()
    assert "Nog niets om te vertellen" in shown
    assert "Neem mee op papier" not in shown


def test_after_a_merger_the_kit_tells_of_both(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter", figure="212 jongeren")
    takes_part(action(cast, "Fuifcoaches"), cast.municipality, "800")
    into = Municipality.objects.create(name="Proefdorp-Buurdorp", invented=True)
    with scopes_disabled():
        partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=TODAY)
    client.force_login(cast.amina)
    assert client.get(page(cast))["Location"] == page(cast, into)
    shown = client.get(page(cast, into)).content.decode()
    assert "Fuifcharter" in shown
    assert "Voor elke euro van ons" in shown


def test_as_many_queries_with_much_recorded(cast: Cast) -> None:
    def queries() -> int:
        with scope(partnership=cast.partnership), CaptureQueriesContext(connection) as seen:
            assert len(kit_of(ground_of(cast.partnership, cast.municipality, TODAY)).points) == 3
        return len(seen)

    def more(at: int) -> None:
        gain(cast, f"Oogst {at}", days=at, figure="3 uren")
        gain(cast, f"Gave {at}", days=at, back=True)
        takes_part(action(cast, f"Actie {at}"), cast.municipality, "10")

    more(0)
    few = queries()
    for at in range(1, 30):
        more(at)
    assert queries() == few <= 45


def test_it_is_of_today(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter", days=700)
    assert says(cast) == ["Fuifcharter: dat hebben we dankzij Buurdorp."]
    with time_machine.travel(TODAY + timedelta(days=40), tick=False), scope(partnership=cast.partnership):
        later = ground_of(cast.partnership, cast.municipality, timezone.localdate())
        assert kit_of(later).points == ()
