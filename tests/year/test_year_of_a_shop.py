"""A year of a projectvereniging of six municipalities, from its founding to its accounts, with a merger of three in the middle.

One story, chapter after chapter, through the services that the pages call, with figures worked out by hand.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from docx import Document
from rdflib import RDF, Graph, Namespace

from groeimodel.formats.coda_writing import Move, Sheet, write_coda
from groeimodel.formats.statement_file import read_statement
from groeimodel.foundation.decisions.models import Voice
from groeimodel.foundation.due import due_of
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.services import merge
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.evaluation.tests.test_closing import closed
from groeimodel.meadow.tending.tests.running import running, spend
from groeimodel.rules.money import mixed
from groeimodel.shop.bank import placing
from groeimodel.shop.bank import services as bank
from groeimodel.shop.bank.suggesting import Portion
from groeimodel.shop.counter import services as counter
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.reach import reach_of
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.shop.desk import services as desk
from groeimodel.shop.desk.models import Request
from groeimodel.shop.desk.selectors import answer_times
from groeimodel.shop.desk.tests.kit import open_desk, received
from groeimodel.shop.money import services as money
from groeimodel.shop.money.models import Commitment, Contribution, Post, Posting
from groeimodel.shop.money.selectors import contributions_of, figures_of, means_of
from groeimodel.shop.money.services.budget import Line
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.overview.layers import layers_of
from groeimodel.shop.overview.selectors import shop_of
from groeimodel.shop.plan import services as plans
from groeimodel.shop.plan.models import Plan
from groeimodel.shop.plan.selectors import plan_in_force, versions_of
from groeimodel.shop.publishing import services as publishing
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.steering import services as steering
from groeimodel.shop.subsidy import services as subsidy
from groeimodel.shop.subsidy.models import Paper
from groeimodel.shop.subsidy.selectors import standing_of
from tests.year.story import INHABITANTS, MERGING, Story, begin, euro, found_board

OURS = "BE68539007547034"
TOTAL = euro("30000.01")
BESLUIT = Namespace("http://data.vlaanderen.be/ns/besluit#")


@pytest.mark.claim("B1", "B2", "B5", "B6", "B7", "B10", "B15", "B18", "B19", "B20")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # inside the reader of JSON-LD
@pytest.mark.django_db
def test_a_year_from_founding_to_accounts(client: Client) -> None:
    with time_machine.travel(datetime(2026, 1, 5, 10, tzinfo=UTC), tick=False) as clock:
        story = begin(clock)
        with scope(partnership=story.partnership):
            january_it_is_founded(story)
            february_too_few_come_and_a_second_call_decides(story)
            march_there_is_a_budget_and_contributions_are_asked(story)
            april_the_bank_sends_a_file(story)
            may_an_action_of_the_meadow_becomes_an_offer(story)
            the_spring_brings_forty_requests(story)
            july_three_of_six_merge(story)
            september_the_board_sits_again(story, client)
            january_the_year_is_closed_and_mended(story)
            the_file_for_the_subsidy_says_what_the_books_say(story, client)


def titles(story: Story) -> str:
    return "\n".join(one.title for one in due_of(story.partnership, timezone.localdate()))


def january_it_is_founded(story: Story) -> None:
    found_board(story)
    seats = OrganSeat.objects.filter(organ=story.board)
    assert seats.filter(advisory=False, person__isnull=False).count() == 6
    assert seats.filter(advisory=True).count() == 6
    given = steering.Given(
        title="Dagelijkse werking",
        topic="",
        starts=date(2026, 1, 5),
        ends=date(2026, 6, 30),
        steers=[story.cast.finn],
        follows=[story.cast.amina],
    )
    steering.give(partnership=story.partnership, given=given, actor=story.cast.finn)
    plan = plans.new_plan(
        partnership=story.partnership, title="Meerjarenplan", first_year=2026, actor=story.cast.finn
    )
    goal = plans.add_objective(plan=plan, fields=plans.Fields("Plek voor elke jongere"))
    way = plans.add_action_plan(objective=goal, fields=plans.Fields("Samen uitgaan"))
    party = plans.add_action(action_plan=way, fields=plans.Fields("Fuiven begeleiden"))
    camp = plans.add_action(action_plan=way, fields=plans.Fields("Kampen voor iedereen"))
    expense, receipt = ("exploitation", "expense"), ("exploitation", "receipt")
    plans.estimate(action=party, cells={(2026, *expense): euro("12000"), (2026, *receipt): euro("2000")})
    plans.estimate(action=camp, cells={(2026, *expense): euro("9000.50"), (2027, *expense): euro("9500")})
    assert plan_in_force(story.partnership, date(2026, 1, 31)) is None


def february_too_few_come_and_a_second_call_decides(story: Story) -> None:
    """Three of six is not more than half: nothing is decided. The second call decides with whoever is there."""
    plan = Plan.objects.get(partnership=story.partnership)
    first = story.sitting(date(2026, 2, 5))
    plans.propose(plan=plan, sitting=first, actor=story.cast.finn)
    sittings.send_invitation(sitting=first, actor=story.cast.finn)
    story.go(date(2026, 2, 5))
    came = story.seats("Proefdorp", "Buurdorp", "Fijnsparre")
    assert len(came) == 3
    first = sittings.open_sitting(sitting=first, present=came, actor=story.cast.finn)
    assert first.state == Sitting.State.TOO_FEW
    with pytest.raises(ValidationError):
        sittings.count(item=AgendaItem.objects.get(sitting=first))
    second = sittings.call_again(
        sitting=first, starts=datetime(2026, 2, 19, 18, tzinfo=UTC), actor=story.cast.finn
    )
    story.go(date(2026, 2, 19))
    second = sittings.open_sitting(sitting=second, present=came, actor=story.cast.finn)
    assert second.state == Sitting.State.OPEN
    decision = story.decide(AgendaItem.objects.get(sitting=second), against=came[2:])
    assert (decision.number, decision.vote.pro, decision.vote.against, decision.vote.absent) == (1, 2, 1, 3)
    sittings.close_sitting(sitting=second, actor=story.cast.finn)
    assert plan_in_force(story.partnership, date(2026, 2, 19)) == plan
    assert [one.number for one in versions_of(plan)] == [1]


def march_there_is_a_budget_and_contributions_are_asked(story: Story) -> None:
    story.go(date(2026, 3, 2))
    year = money.open_year(partnership=story.partnership, year=2026, actor=story.cast.finn)
    plan = Plan.objects.get(partnership=story.partnership)
    assert money.take_from_plan(book_year=year, plan=plan, actor=story.cast.finn) == 3
    for kind, title, budget in (
        ("contribution", "Bijdragen", TOTAL),
        ("subsidy", "Vlaamse subsidie", euro("25000")),
    ):
        money.write_post(book_year=year, line=Line("receipt", kind, title, budget), actor=story.cast.finn)
    for place in story.places.values():
        money.commit(
            partnership=story.partnership,
            municipality=place,
            starts=date(2026, 1, 1),
            ends=date(2031, 12, 31),
            yearly=euro("5000"),
            actor=story.cast.finn,
        )
    money.call_contributions(
        book_year=year,
        total=TOTAL,
        key=mixed({"equal": 50, "inhabitants": 50}),
        due_on=date(2026, 4, 15),
        actor=story.cast.finn,
    )
    asked = {one.municipality.name: one.amount for one in Contribution.objects.select_related("municipality")}
    assert sum(asked.values()) == TOTAL
    for name, count in INHABITANTS.items():
        exact = Fraction(TOTAL) / 2 * (Fraction(1, 6) + Fraction(count, 70_000))
        assert abs(Fraction(asked[name]) - exact) < Fraction(1, 100)
    # In cents 678571.65 and 357142.98: of the four cents left, one goes to the largest remainder, none to the fifth.
    assert (asked["Proefdorp"], asked["Fijnsparre"]) == (euro("6785.71"), euro("3571.43"))
    figures = figures_of(story.partnership, 2026)
    assert figures.expenses.budget == euro("21000.50")
    assert figures.receipts.budget == euro("57000.01")
    assert "Fijnsparre betaalt haar bijdrage" in titles(story)


def april_the_bank_sends_a_file(story: Story) -> None:
    """Four pay what was asked, one a hundred euro less, one fifty more; what is sure goes at once, the rest by hand."""
    story.go(date(2026, 4, 20))
    bank.add_account(partnership=story.partnership, iban=OURS, name="Zicht", actor=story.cast.finn)
    differs = {"Fijnsparre": euro("-100"), "Buurdorp": euro("50")}
    owed = {one.municipality.name: one for one in Contribution.objects.select_related("municipality")}
    moves = [
        Move(date(2026, 4, 14), one.amount + differs.get(name, 0), name=name, reference=one.reference or "")
        for name, one in owed.items()
    ]
    coda = write_coda([Sheet(OURS, 1, date(2026, 4, 13), date(2026, 4, 14), euro("0"), moves)]).encode(
        "cp1252"
    )
    for _again in range(2):  # the same file twice brings nothing twice
        bank.import_file(partnership=story.partnership, file=read_statement(coda), actor=story.cast.finn)
    waiting = placing.waiting(story.partnership)
    assert len(waiting) == 6
    sure = {one.line.pk: one.suggestion.digest for one in waiting if one.sure and one.suggestion}
    assert len(sure) == 5
    bank.match_suggested(partnership=story.partnership, chosen=sure, only_sure=True, actor=story.cast.finn)
    (left,) = placing.waiting(story.partnership)
    whole = Portion(left.line.size, contribution=owed["Buurdorp"].pk)
    bank.match_line(line=left.line, portions=[whole], actor=story.cast.finn)
    states = {one.contribution.municipality.name: one.state for one in contributions_of(story.partnership)}
    assert states == dict.fromkeys(INHABITANTS, "paid") | {"Fijnsparre": "partly", "Buurdorp": "over"}
    assert figures_of(story.partnership, 2026).receipts.actual == TOTAL - 50
    subsidy_post = Post.objects.get(book_year=story.books, kind="subsidy")
    money.post_amount(post=subsidy_post, day=date(2026, 4, 20), amount=euro("25000"), text="Voorschot")


def may_an_action_of_the_meadow_becomes_an_offer(story: Story) -> None:
    story.go(date(2026, 5, 4))
    action = running(story.cast, days=(-60, 3))
    assert not [one for one in warnings(story) if "geen gezamenlijke actie" in one]
    spend(action, "640")
    closed(action, "shop", story.cast.bram)
    offer = Offer.objects.get(grew_from=action)
    assert offer not in offers_in_window(story.partnership, timezone.localdate())
    said = counter.Said("Fuifcoaches aan huis", text="Bel ons.", responsible=story.cast.bram)
    counter.change_offer(offer=offer, said=said, ready=True, actor=story.cast.finn)
    assert offer in offers_in_window(story.partnership, timezone.localdate())
    story.kept["offer"] = offer


def warnings(story: Story) -> list[str]:
    today = timezone.localdate()
    return [
        one.text for one in layers_of(story.partnership, shop_of(story.partnership, today), today).warnings
    ]


def the_spring_brings_forty_requests(story: Story) -> None:
    """Thirty are answered in time and done, five wait for the customer, three were declined, two are forgotten."""
    open_desk(story.cast, days=5)
    names = list(INHABITANTS)
    for at in range(40):
        story.go(date(2026, 5, 5 + at % 20))
        place = story.places[names[at % 6]]
        request = received(
            story.cast,
            municipality=place,
            people=10,
            email=f"klant{at}@voorbeeld.test",
            offer=story.kept["offer"],
        )
        if at < 30:
            desk.finish(request=request, served={place: 10}, actor=story.cast.bram)
        elif at < 35:
            desk.reply(request=request, text="Voor hoeveel mensen?", asks=True, actor=story.cast.bram)
        elif at < 38:
            desk.decline(request=request, why="Die dag is er geen bus.", actor=story.cast.bram)
    story.go(date(2026, 6, 15))
    times = answer_times(story.partnership, 2026, timezone.localdate())
    assert (times.received, times.answered, times.within, times.over) == (40, 38, 38, 2)
    assert times.percent == 95
    reached = {one.name: one.people for one in reach_of(story.partnership, 2026, everyone=False).rows}
    assert reached == dict.fromkeys(INHABITANTS, 50)  # five of thirty each, ten people a time
    bus = desk.add_bookable(
        partnership=story.partnership, thing=desk.Thing(title="Bus"), actor=story.cast.finn
    )
    days = desk.Span(date(2026, 8, 1), date(2026, 8, 3))
    desk.book(bookable=bus, span=days, title="Chiro", actor=story.cast.bram)
    with pytest.raises(ValidationError):
        desk.book(bookable=bus, span=desk.Span(date(2026, 8, 3), date(2026, 8, 4)), title="Scouts")


def july_three_of_six_merge(story: Story) -> None:
    """Votes, promises, what is owed and what was asked go along; not a cent comes or goes."""
    story.go(date(2026, 7, 1))
    assert "Dagelijkse werking" in titles(story)  # the mandate of its coordinator ended the day before
    before = (
        figures_of(story.partnership, 2026).receipts,
        sum(one.paid for one in contributions_of(story.partnership)),
    )
    open_before = Request.objects.filter(municipality__name__in=MERGING, state__in=Request.OPEN).count()
    into = Municipality.objects.create(
        name="Samenstad", invented=True, inhabitants=35_000, inhabitants_under_25=8_750, inhabitants_year=2025
    )
    merge(into=into, parts=[story.places[name] for name in MERGING], on=date(2026, 7, 1))
    after = (
        figures_of(story.partnership, 2026).receipts,
        sum(one.paid for one in contributions_of(story.partnership)),
    )
    assert after == before
    promised = Commitment.objects.filter(partnership=story.partnership)
    assert sum(one.yearly for one in promised) == euro("30000")
    assert promised.filter(municipality=into).count() == 3
    seats = list(OrganSeat.objects.filter(organ=story.board, advisory=False, municipality=into))
    assert sum(one.votes for one in seats) == 3
    assert not any(one.person_id for one in seats)  # with three who could go on, nobody steps in by itself
    for seat, name in zip(seats, MERGING, strict=True):
        alderman = Person.objects.get(name=f"Schepen{name}")
        organs.fill_organ_seat(seat=seat, person=alderman, since=date(2026, 7, 1), actor=story.cast.finn)
    assert Organ.objects.get(pk=story.board.pk).look_at_seats
    assert Request.objects.filter(municipality=into, state__in=Request.OPEN).count() == open_before > 0
    story.places["Samenstad"] = into


def september_the_board_sits_again(story: Story, client: Client) -> None:
    story.go(date(2026, 9, 1))
    sitting = story.sitting(date(2026, 9, 20))
    item = sittings.put_on_agenda(sitting=sitting, title="Een tweede bus", actor=story.cast.finn)
    sittings.send_invitation(sitting=sitting, actor=story.cast.finn)
    story.go(date(2026, 9, 20))
    here = story.seats()
    sitting = sittings.open_sitting(sitting=sitting, present=here, actor=story.cast.finn)
    assert sitting.state == Sitting.State.OPEN
    decision = story.decide(AgendaItem.objects.get(pk=item.pk))
    voices = {one.municipality.name: one.stance for one in Voice.objects.filter(decision=decision)}
    assert set(voices) == {"Proefdorp", "Buurdorp", "Fijnsparre", "Samenstad"}
    assert set(voices.values()) == {"for"}
    sittings.close_sitting(sitting=sitting, actor=story.cast.finn)
    publishing.publish(partnership=story.partnership, decisions=[decision], actor=story.cast.finn)
    text = client.get(reverse("publishing:data", args=["testland", decision.number])).text
    graph = Graph().parse(data=text, format="json-ld")
    assert len(list(graph.subjects(RDF.type, BESLUIT.Besluit))) == 1
    (said,) = graph.objects(None, BESLUIT.aantalVoorstanders)
    assert int(str(said)) == len(here) == 6


def january_the_year_is_closed_and_mended(story: Story) -> None:
    """What is wrong afterwards is set right in the next year; the accounts are adopted by the board."""
    story.go(date(2027, 1, 15))
    assert "De boeken van 2026 worden afgesloten." in titles(story)
    party = Post.objects.filter(book_year=story.books, direction="expense").order_by("pk")[0]
    money.post_amount(post=party, day=date(2026, 12, 30), amount=euro("1500"), text="Coaches")
    money.close_year(book_year=story.books, actor=story.cast.finn)
    with pytest.raises(ValidationError):
        money.post_amount(post=party, day=date(2026, 12, 31), amount=euro("1"), text="Te laat")
    money.open_year(partnership=story.partnership, year=2027)
    wrong = Posting.objects.select_related("post__book_year__partnership", "partnership").get(text="Coaches")
    money.reverse(posting=wrong, why="Hoort bij een ander", actor=story.cast.finn)
    assert figures_of(story.partnership, 2026).expenses.actual == euro("1500")
    assert figures_of(story.partnership, 2027).expenses.actual == euro("-1500")
    assert "De boeken van 2026 worden afgesloten." not in titles(story)
    sitting = story.sitting(date(2027, 2, 10))
    subject = f"money.bookyear:{story.books.pk}"
    item = sittings.put_on_agenda(
        sitting=sitting, title="Rekening 2026", subject=subject, actor=story.cast.finn
    )
    story.go(date(2027, 2, 10))
    sittings.open_sitting(sitting=sitting, present=story.seats(), actor=story.cast.finn)
    decision = story.decide(AgendaItem.objects.get(pk=item.pk))
    assert story.books.adopted_by == decision


def the_file_for_the_subsidy_says_what_the_books_say(story: Story, client: Client) -> None:
    dossier = subsidy.begin(partnership=story.partnership, scheme="igs-jeugd-2021", actor=story.cast.finn)
    subsidy.grant(dossier=dossier, amounts={2026: euro("25000")}, actor=story.cast.finn)
    standing = standing_of(dossier, timezone.localdate())
    assert standing is not None
    means = means_of(story.partnership, [2026])[2026]
    assert means.contributions.actual == TOTAL - 50
    assert standing.received[2026] == means.subsidy.actual == euro("25000")
    assert standing.money.actual.own == TOTAL - 50
    assert [one.name for one in standing.members] == ["Buurdorp", "Fijnsparre", "Proefdorp", "Samenstad"]
    report = Paper.objects.filter(dossier=dossier).order_by("pk").last()
    assert report is not None
    client.force_login(story.cast.finn)
    answer = client.get(reverse("subsidy:word", args=["testland", report.pk]))
    words = "\n".join(one.text for one in Document(io.BytesIO(answer.content)).paragraphs)
    words = words.replace("\N{NO-BREAK SPACE}", " ")
    for told in (
        "bijdragen van gemeenten: begroot € 30.000,01, werkelijk € 29.950,01.",
        "uitgaven: begroot € 21.000,50, werkelijk € 1.500.",
        "Bereik: 23 kinderen en jongeren",
        "19 februari 2026, besluit 1: Goedkeuring: Meerjarenplan.",
    ):
        assert told in words
