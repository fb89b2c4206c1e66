"""One of everything of Testland, room by room: what the pages of the walk are about."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from groeimodel.formats.local_plan import LocalLine
from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import OURS, coda, move
from groeimodel.foundation.contact import services as contact
from groeimodel.foundation.files import services as files
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.members import services as members
from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.members.services import Invitee
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.expectations import services as expectations
from groeimodel.gauge.live import services as live
from groeimodel.gauge.pulse.models import Asked, Pulse
from groeimodel.gauge.scan import services as scan
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.choosing import services as choosing
from groeimodel.meadow.college import services as college
from groeimodel.meadow.tending import services as tending
from groeimodel.shop.bank import services as bank
from groeimodel.shop.bank.models import Line
from groeimodel.shop.counter import services as counter
from groeimodel.shop.desk.tests.kit import booked, open_desk, received
from groeimodel.shop.money import services as money
from groeimodel.shop.money.models import Contribution, Posting
from groeimodel.shop.money.tests.books import a_post, books, paid
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.plan import services as plans
from groeimodel.shop.plan.models import LocalAction
from groeimodel.shop.publishing import services as publishing
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.steering import services as steering
from groeimodel.shop.subsidy import services as subsidy
from groeimodel.showcase.documents import services as papers
from groeimodel.showcase.news.tests.kit import news_rows
from groeimodel.showcase.photo import services as photo
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.expertise import services as expertise
from groeimodel.soil.expertise.services import Said
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain
from groeimodel.soil.lessons import services as lessons
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import Draft, NewItem, When
from groeimodel.soil.needs import services as needs
from groeimodel.soil.notes import services as notes
from groeimodel.soil.questions import services as questions
from groeimodel.soil.themes import services as themes
from groeimodel.support.region import services as region

MONEY_YEAR = 2024
"""Over, so that it can be closed."""


def rows(cast: Cast, today: date) -> dict[str, int]:
    here, home = cast.partnership, cast.municipality
    crop = harvest.record_harvest(partnership=here, gain=Gain(home, "Fuifcharter", today))
    proposal = Proposal(
        municipality=home,
        kind="time",
        holder=cast.bram,
        starts=today,
        ends=today + timedelta(days=300),
        hours=Decimal(8),
    )
    mandate = mandates.give(partnership=here, proposal=proposal, actor=cast.amina)
    used = mandates.use(mandate=mandate, on=today, hours=Decimal(2), actor=cast.bram)
    invitee = Invitee("officer", "nieuw@voorbeeld.test", "Nieuw", home)
    invitation = members.invite(partnership=here, invitee=invitee)
    question = contact.ask(partnership=here, text="Hoe begin je?", page="/", actor=cast.bram)
    round = scan.open_round(partnership=here, title="Najaar", by=None)
    assert Invitation.objects.get(pk=invitation.pk).is_open
    paper = SimpleUploadedFile("huisregels.txt", b"Eerst koffie.")
    document = files.keep(subject=here, upload=paper, actor=cast.bram)
    return (
        soil_rows(cast)
        | desk_rows(cast)
        | choosing_rows(cast)
        | organ_rows(cast)
        | money_rows(cast)
        | steering_rows(cast)
        | subsidy_rows(cast)
        | gauge_rows(cast)
        | bank_rows(cast)
        | plan_rows(cast)
        | sitting_rows(cast)
        | region_rows(cast, today)
        | published_rows(cast)
        | news_rows(cast)
        | {
            "document": document.pk,
            "harvest": crop.pk,
            "mandate": mandate.pk,
            "use": used.pk,
            "invitation": invitation.pk,
            "question": question.pk,
            "round": round.pk,
        }
    )


def region_rows(cast: Cast, today: date) -> dict[str, int]:
    """Testland lets its supporter look along; she prepared a session and wrote something down."""
    here = cast.partnership
    sharing.choose(partnership=here, among=[Kind.REGION], shown=[Kind.REGION], actor=cast.finn)
    session = region.prepare(partnership=here, kind="scan", actor=cast.els)
    note = region.note(partnership=here, text="Bel Celia.", day=today, actor=cast.els)
    return {"session": session.pk, "visit_note": note.pk}


def soil_rows(cast: Cast) -> dict[str, int]:
    """A theme, and a meeting with a point, that looks for a date."""
    here, now = cast.partnership, timezone.now()
    theme = themes.propose(partnership=here, proposal=themes.Proposal("Veilig uitgaan"), actor=cast.bram)
    link = themes.add_link(theme=theme, url="https://voorbeeld.test/", label="Charter", actor=cast.bram)
    options = [When(now + timedelta(days=day), now + timedelta(days=day, hours=2)) for day in (20, 30)]
    draft = Draft("Ontmoeting", "both")
    meeting = meetings.look_for_date(partnership=here, draft=draft, options=options, actor=cast.bram)
    item = meetings.add_item(meeting=meeting, new=NewItem(theme=theme), actor=cast.bram)
    option = meeting.options.all()[0]
    outcome = notes.note_outcome(meeting=meeting, found=notes.Found("decision", "We doen het"), item=item)
    said = Said("parties", "brings", "Een fuifcharter", municipality=cast.municipality)
    learned = lessons.Learned("Begin klein", "Wie klein begint, houdt vol.")
    lesson = lessons.write_lesson(partnership=here, learned=learned, actor=cast.bram)
    call = questions.ask(
        partnership=here, call=questions.Call("Wie heeft een charter?", opened=True), actor=cast.bram
    )
    heard = needs.Heard(cast.municipality, "Geen plek na school", timezone.localdate())
    found = {
        "need": needs.note_need(partnership=here, heard=heard),
        "call": call,
        "answer": questions.answer(question=call, text="Wij.", actor=cast.celia),
        "expertise": expertise.share(partnership=here, said=said, actor=cast.bram),
        "lesson": lesson,
        "theme": theme,
        "link": link,
        "meeting": meeting,
        "item": item,
        "option": option,
        "outcome": outcome,
    }
    return {name: row.pk for name, row in found.items()}


def sitting_rows(cast: Cast) -> dict[str, int]:
    """A board with the officer on it, and its next sitting with one point."""
    today, places = timezone.localdate(), [organs.Place(cast.municipality, cast.bram)]
    board = organs.set_up_organ(
        partnership=cast.partnership, name="Bestuur", kind="board", starts=today, places=places
    )
    sitting = sittings.call_sitting(organ=board, starts=timezone.now() + timedelta(days=20))
    point = sittings.put_on_agenda(sitting=sitting, title="Het plan")
    return {"sitting": sitting.pk, "point": point.pk}


def published_rows(cast: Cast) -> dict[str, int]:
    """A decision of another organ, on the web."""
    today, places = timezone.localdate(), [organs.Place(cast.municipality, cast.amina)]
    organ = organs.set_up_organ(
        partnership=cast.partnership,
        name="Groep",
        kind="steering",
        starts=today - timedelta(days=30),
        places=places,
    )
    sitting = sittings.call_sitting(organ=organ, starts=timezone.now() - timedelta(days=1))
    point = sittings.put_on_agenda(sitting=sitting, title="De kleur")
    sittings.open_sitting(sitting=sitting, present=list(OrganSeat.objects.filter(organ=organ)))
    sittings.vote_all(item=point)
    decision = sittings.count(item=point).decision
    assert decision is not None
    publishing.publish(partnership=cast.partnership, decisions=[decision])
    return {"published": decision.number}


def gauge_rows(cast: Cast) -> dict[str, int]:
    """A closed round of expectations with an agreement of the officer's own."""
    here, today = cast.partnership, timezone.localdate()
    asked = expectations.open_round(partnership=here, actor=None, mail=False)
    expectations.close_round(round=asked, actor=None)
    agreed = expectations.Agreed("Elkaar bellen", cast.bram, today)
    promise = expectations.agree(round=asked, agreed=agreed, actor=cast.bram)
    session = live.open_session(
        partnership=here, source="gauge", pace="together", confidential=False, actor=cast.finn
    )
    pulse = Pulse.objects.create(
        partnership=here, meeting=Meeting.objects.get(), closes_on=today + timedelta(days=5)
    )
    Asked.objects.create(pulse=pulse, person=cast.bram, municipality=cast.municipality)
    seed = actions.take_down_seed(
        partnership=here, title="Fuif", species="poppy", on=today, plot=cast.municipality, actor=cast.bram
    )
    planned = college.Planned(today + timedelta(days=30), "alderman", "kit", "Geld vragen")
    moment = college.plan(partnership=here, municipality=cast.municipality, planned=planned, actor=cast.bram)
    return {
        "photo": photo.share(partnership=here, actor=cast.bram).pk,
        "order": papers.order(partnership=here, wish=papers.Wish("collegenotas", "zip"), actor=cast.bram).pk,
        "moment": moment.pk,
        **tended_rows(cast),
        "action": seed.pk,
        "asked": asked.pk,
        "promise": promise.pk,
        "live": session.pk,
        "pulse": pulse.pk,
    }


def desk_rows(cast: Cast) -> dict[str, int]:
    """A request at the shop, and something that was booked."""
    open_desk(cast)
    booking = booked(cast)
    return {"request": received(cast).pk, "bookable": booking.bookable_id, "booking": booking.pk}


def choosing_rows(cast: Cast) -> dict[str, int]:
    """An open round; the officer holds the mandate to decide."""
    here, today = cast.partnership, timezone.localdate()
    seed = actions.take_down_seed(partnership=here, title="Speelbus", species="daisy", on=today)
    action = actions.work_out(action=seed, gardener=None)
    action.estimate = Decimal(100)
    action.save()
    proposal = Proposal(cast.municipality, "decide", cast.bram, today, today + timedelta(days=90))
    mandates.give(partnership=here, proposal=proposal, actor=cast.amina)
    plan = choosing.Plan("Samen", today + timedelta(days=9), [action], contributions=Decimal(200))
    ballots = choosing.prepare_round(partnership=here, plan=plan, actor=cast.finn)
    return {"ballots": choosing.open_round(round=ballots, actor=cast.finn).pk}


def tended_rows(cast: Cast) -> dict[str, int]:
    """An action that runs on the plot of Proefdorp, tended by its officer, with one of everything that is noted."""
    here, home, today = cast.partnership, cast.municipality, timezone.localdate()
    seed = actions.take_down_seed(partnership=here, title="Kamp", species="sunflower", on=today, plot=home)
    bounds = actions.Bounds(today, today + timedelta(days=90), Decimal(500))
    action = actions.start_action(action=seed, bounds=bounds, gardener=cast.bram)
    spent = tending.Spent(today, Decimal(20), "Stiften")
    found = {
        "tended": action,
        "task": tending.add_task(action=action, todo=tending.ToDo("De zaal vastleggen", cast.bram)),
        "expense": tending.note_expense(action=action, spent=spent),
        "hours": tending.note_hours(action=action, worked=tending.Worked(today, Decimal(2), home)),
        "result": tending.note_result(
            action=action, counted=tending.Counted(today, Decimal(9), "kinderen", "lijst", municipality=home)
        ),
        "update": tending.write_update(action=action, news=tending.News("Het kamp is vol.")),
        **counter_rows(cast, action),
    }
    return {name: row.pk for name, row in found.items()}


def counter_rows(cast: Cast, action: Action) -> dict[str, Any]:
    """An offer in the care of the officer of Proefdorp, in a bouquet, with a supplier."""
    here, today = cast.partnership, timezone.localdate()
    offer = counter.draft_from(action=action, text="Kampen")
    counter.change_offer(offer=offer, said=counter.Said("Kamp", responsible=cast.bram), ready=True)
    supplier = counter.add_supplier(partnership=here, card=counter.Card("Tenten en co"))
    return {
        "offer": offer,
        "bouquet": counter.tie_bouquet(partnership=here, bunch=counter.Bunch("Zomer", offers=[offer])),
        "speciality": counter.state_speciality(partnership=here, title="Kampen"),
        "supplier": supplier,
        "agreement": counter.agree(supplier=supplier, agreed=counter.Agreed("Tenten", today, offers=[offer])),
    }


def bank_rows(cast: Cast) -> dict[str, int]:
    """An account of the bank with a statement of one line."""
    account = bank.add_account(partnership=cast.partnership, iban=OURS, name="Zichtrekening")
    file = read_statement(coda(move("100.00", name="Gemeente Proefdorp", text="Bijdrage")))
    bank.import_file(partnership=cast.partnership, file=file)
    return {"bank_account": account.pk, "bank_line": Line.objects.get(account=account).pk}


def plan_rows(cast: Cast) -> dict[str, int]:
    """A multi-year plan with one action, adopted once."""
    here = cast.partnership
    plan = plans.new_plan(partnership=here, title="Meerjarenplan", first_year=2026)
    goal = plans.add_objective(plan=plan, fields=plans.Fields("Plek voor jongeren"))
    way = plans.add_action_plan(objective=goal, fields=plans.Fields("Overal"))
    action = plans.add_action(action_plan=way, fields=plans.Fields("Speelbus"))
    version = plans.adopt(plan=plan, on=date(2025, 12, 9))
    line = LocalLine(2, "A1", "Speelbus")
    plans.read_in(partnership=here, municipality=cast.municipality, lines=[line])
    local = LocalAction.objects.get()
    plans.write_cycle(
        partnership=here, title="Proef", starts=date(2026, 1, 1), ends=date(2028, 1, 1), status="to_confirm"
    )
    return {
        "plan": plan.pk,
        "plan_action": action.pk,
        "action_plan": way.pk,
        "version": version.pk,
        "local": local.pk,
        "local_link": plans.link(local=local, action=action).pk,
    }


def subsidy_rows(cast: Cast) -> dict[str, int]:
    dossier = subsidy.begin(partnership=cast.partnership, scheme="igs-jeugd-2027")
    paper = dossier.papers.first()
    assert paper is not None
    return {"dossier": dossier.pk, "paper": paper.pk}


def money_rows(cast: Cast) -> dict[str, int]:
    """The books of a year that is over, with a posting and a call for contributions."""
    year = books(cast, MONEY_YEAR)
    post = a_post(year)
    paid(post, "10")
    function = money.add_function(
        partnership=cast.partnership,
        title="Jeugdwerker",
        hours=Decimal(19),
        yearly=Decimal(30_000),
        starts=date(2024, 1, 1),
    )
    total, key = Decimal(100), {"name": "equal"}
    call = money.call_contributions(book_year=year, total=total, key=key, due_on=date(MONEY_YEAR, 4, 1))
    asked = Contribution.objects.get(call=call, municipality=cast.municipality)
    return {
        "posting": Posting.objects.get(post=post).pk,
        "money_post": post.pk,
        "money_call": call.pk,
        "money_contribution": asked.pk,
        "function": function.pk,
    }


def organ_rows(cast: Cast) -> dict[str, int]:
    """A board with a term that ends, and the decision of Proefdorp to go on."""
    here, today = cast.partnership, timezone.localdate()
    new = organs.NewTerm("projectvereniging", today - timedelta(days=300), today + timedelta(days=300))
    term = organs.begin_term(partnership=here, new=new)
    organs.note_renewal(term=term, decided=organs.Decided(cast.municipality, True, today))
    (board,) = organs.found_organs(partnership=here, kinds=["board"], starts=today - timedelta(days=99))
    place = OrganSeat.objects.filter(organ=board, person=cast.amina)[0]
    return {"term": term.pk, "organ": board.pk, "organ_seat": place.pk}


def steering_rows(cast: Cast) -> dict[str, int]:
    """The officer steers something, and covers a kind of expertise."""
    here, today = cast.partnership, timezone.localdate()
    given = steering.Given(
        "Dagelijkse werking", today, today + timedelta(days=90), [cast.bram], topic="daily"
    )
    return {
        "steered": steering.give(partnership=here, given=given).pk,
        "cover": steering.cover(partnership=here, competence="finance", person=cast.bram).pk,
        "competence": steering.add_competence(partnership=here, title="Kampvuren").pk,
    }
