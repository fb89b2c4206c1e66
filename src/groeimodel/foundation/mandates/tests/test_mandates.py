"""Mandates: asked, given with one click from a mail or on the page, used, renewed, revoked; versioned throughout."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mandates import selectors, services
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.services import NotCovered, Proposal
from groeimodel.foundation.mandates.tasks import warn_of_ends
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in
from groeimodel.gauge.scan.tests.filling import inside

ALDERMAN = "amina@voorbeeld.test"


def today_plus(days: int) -> Any:
    return timezone.localdate() + timedelta(days=days)


def proposal(cast: Cast, **changes: Any) -> Proposal:
    terms: dict[str, Any] = {
        "municipality": cast.municipality,
        "kind": "time",
        "holder": cast.bram,
        "starts": today_plus(0),
        "ends": today_plus(364),
        "hours": Decimal(8),
    }
    return Proposal(**terms | changes)


def give(cast: Cast, **changes: Any) -> Mandate:
    with inside(cast):
        return services.give(
            partnership=cast.partnership, proposal=proposal(cast, **changes), actor=cast.amina
        )


def ask(cast: Cast) -> Mandate:
    with inside(cast):
        return services.ask(partnership=cast.partnership, proposal=proposal(cast), actor=cast.bram)


def decides(amount: int | None) -> dict[str, Any]:
    return {"kind": "decide", "hours": None, "amount": Decimal(amount) if amount is not None else None}


def fresh(cast: Cast, mandate: Mandate) -> Mandate:
    with inside(cast):
        return Mandate.objects.get(pk=mandate.pk)


def page(name: str, *args: object) -> str:
    return reverse(f"mandates:{name}", args=["testland", *args])


@pytest.mark.claim("P10")
def test_a_time_mandate_is_given_with_one_click_from_the_mail(client: Client, cast: Cast) -> None:
    """Bram asks, Amina opens the mail on her phone and taps once; she never signs in."""
    client.force_login(cast.bram)
    fields = {"holder": cast.bram.pk, "hours": "8", "starts": today_plus(0), "ends": today_plus(364)}
    client.post(page("new", "time", cast.municipality.pk), fields)
    link = link_in(last_mail_to(ALDERMAN), "mandaat/")
    phone = Client()
    shown = phone.get(link).text
    assert "Bram mag 8 uur per maand werken" in shown
    with inside(cast):
        assert Mandate.objects.get().state == "asked", "opening the link changes nothing"
    assert "Bedankt, dat is geregeld" in phone.post(link, {"ja": ""}).text
    with inside(cast):
        given = Mandate.objects.get()
    assert (given.state, given.given_by, given.hours) == ("in_force", cast.amina, Decimal("8.0"))
    assert "Je mandaat is gegeven" in last_mail_to("bram@voorbeeld.test").subject


@pytest.mark.claim("P10")
def test_the_hours_spent_stand_beside_those_granted(client: Client, cast: Cast) -> None:
    given = give(cast, starts=today_plus(-60))
    client.force_login(cast.bram)
    for days, hours in ((50, "10"), (20, "7.5")):
        client.post(
            page("mandate", given.pk), {"on": today_plus(-days), "hours": hours, "what": "Ontmoeting"}
        )
    assert "Samen 17,5 uur." in client.get(page("mandate", given.pk)).text
    client.force_login(cast.celia)
    listed = client.get(page("list")).text
    assert "8 uur per maand" in listed
    assert "gemiddeld 8,7 van 8 uur per maand" in listed, "17.5 hours in 61 days"


def test_hours_are_noted_by_the_holder_only(client: Client, cast: Cast) -> None:
    given = give(cast)
    client.force_login(cast.celia)
    assert client.post(page("mandate", given.pk), {"on": today_plus(0), "hours": "3"}).status_code == 403


def test_saying_yes_twice_gives_one_mandate(client: Client, cast: Cast) -> None:
    ask(cast)
    link = link_in(last_mail_to(ALDERMAN), "mandaat/")
    for _ in range(2):
        assert client.post(link, {"ja": ""}).status_code == 200
    with inside(cast):
        assert Mandate.objects.filter(given_at__isnull=False).count() == 1


def test_no_is_said_with_a_reason_and_told(client: Client, cast: Cast) -> None:
    asked = ask(cast)
    client.post(link_in(last_mail_to(ALDERMAN), "mandaat/"), {"nee": "", "reason": "Eerst naar het college."})
    assert fresh(cast, asked).state == "refused"
    assert "Eerst naar het college." in last_mail_to("bram@voorbeeld.test").text


def test_a_link_of_who_is_no_alderman_any_more_gives_nothing(client: Client, cast: Cast) -> None:
    asked = ask(cast)
    membership = Membership.objects.get(municipality=cast.municipality)
    partners.empty_seat(membership=membership, role="alderman", on=today_plus(0))
    answer = client.post(link_in(last_mail_to(ALDERMAN), "mandaat/"), {"ja": ""})
    assert answer.status_code == 403
    assert fresh(cast, asked).state == "asked"


def test_an_old_or_changed_link_is_one_clear_page(client: Client, cast: Cast) -> None:
    ask(cast)
    link = link_in(last_mail_to(ALDERMAN), "mandaat/")
    assert client.get(f"{link[:-4]}xyz/").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=46)):
        assert client.post(link, {"ja": ""}).status_code == 410


def test_a_new_one_closes_the_old_and_nothing_is_edited(cast: Cast) -> None:
    first, second = give(cast), give(cast, hours=Decimal(12))
    old = fresh(cast, first)
    assert (old.hours, old.closed_on, old.closed_why) == (Decimal(8), today_plus(0), "replaced")
    assert (second.replaces_id, second.state) == (first.pk, "in_force")


def test_revoked_is_over_at_once_and_can_be_undone_today(client: Client, cast: Cast) -> None:
    given = give(cast)
    client.force_login(cast.amina)
    assert "Trek je dit mandaat in?" in client.get(page("revoke", given.pk)).text
    client.post(page("revoke", given.pk))
    assert fresh(cast, given).state == "closed"
    assert "Intrekken ongedaan maken" in client.get(page("mandate", given.pk)).text
    client.post(page("restore", given.pk))
    assert fresh(cast, given).state == "in_force"


@pytest.mark.claim("W14")
def test_within_the_bound_the_gardener_decides_alone(cast: Cast) -> None:
    given = give(cast, **decides(500))
    with inside(cast):
        used = services.use(
            mandate=given, on=today_plus(0), amount=Decimal(500), what="Materiaal", actor=cast.bram
        )
        assert used.pk
        with pytest.raises(NotCovered) as caught:
            services.use(mandate=given, on=today_plus(0), amount=Decimal("500.01"), actor=cast.bram)
        assert caught.value.reasons == ("too_much",)


@pytest.mark.claim("W14")
def test_time_can_be_given_for_one_action_beside_the_rest(client: Client, cast: Cast) -> None:
    from groeimodel.meadow.actions import services as actions

    with inside(cast):
        seed = actions.take_down_seed(
            partnership=cast.partnership,
            title="Skatepark",
            species="poppy",
            on=today_plus(0),
            plot=cast.municipality,
        )
        actions.work_out(action=seed, gardener=cast.bram)
    client.force_login(cast.amina)
    form = client.get(page("new", "time", cast.municipality.pk)).text
    assert "Skatepark" in form
    fields = {"holder": cast.bram.pk, "hours": "4", "starts": today_plus(0), "ends": today_plus(90)}
    client.post(page("new", "time", cast.municipality.pk), {**fields, "subject": f"actions.action:{seed.pk}"})
    client.post(page("new", "time", cast.municipality.pk), {**fields, "hours": "8", "subject": ""})
    with inside(cast):
        assert [one.state for one in Mandate.objects.all()] == ["in_force", "in_force"]
    assert "Skatepark" in client.get(page("list")).text


@pytest.mark.claim("W22")
def test_what_a_vote_rests_on_says_by_whom_how_much_and_until_when(client: Client, cast: Cast) -> None:
    give(cast, **decides(2500))
    with inside(cast):
        (found,) = selectors.in_force_of(cast.bram, cast.partnership, today_plus(10))
        assert (found.given_by, found.amount, found.ends) == (cast.amina, Decimal(2500), today_plus(364))
        assert selectors.in_force_of(cast.bram, cast.partnership, today_plus(365)) == []
        assert selectors.in_force_of(cast.celia, cast.partnership, today_plus(10)) == []
    client.force_login(cast.finn)
    listed = client.get(page("list")).text
    assert "Beslissen tot 2.500 euro" in listed
    assert "Gegeven door Amina." in listed


@pytest.mark.claim("W22")
@pytest.mark.parametrize("reason", ["revoked", "ended", "only asked"])
def test_without_a_valid_mandate_nothing_counts(cast: Cast, reason: str) -> None:
    mandate = ask(cast) if reason == "only asked" else give(cast)
    with inside(cast):
        if reason == "revoked":
            services.revoke(mandate=mandate, actor=cast.amina)
        day = today_plus(400 if reason == "ended" else 0)
        with pytest.raises(NotCovered):
            services.use(mandate=mandate, on=day, hours=Decimal(1), actor=cast.bram)


def test_before_its_end_both_are_warned_once_and_it_is_renewed_from_the_mail(
    client: Client, cast: Cast
) -> None:
    given = give(cast, starts=today_plus(-300), ends=today_plus(20))
    for _ in range(2):
        warn_of_ends()
    warnings = OutgoingMail.objects.filter(kind="mandates.ends")
    assert sorted(warnings.values_list("address", flat=True)) == [ALDERMAN, "bram@voorbeeld.test"]
    link = link_in(last_mail_to(ALDERMAN), "mandaat/")
    assert "Vernieuw tot" in client.get(link).text
    for _ in range(2):
        client.post(link, {"ja": ""})
    with inside(cast):
        later = Mandate.objects.get(replaces=given)
    assert (later.starts, later.ends) == (today_plus(0), today_plus(20 + 365))
    assert fresh(cast, given).closed_why == "replaced"


def test_who_leaves_the_seat_leaves_its_mandates(cast: Cast) -> None:
    given = give(cast)
    membership = Membership.objects.get(municipality=cast.municipality)
    partners.fill_seat(membership=membership, role="officer", person=cast.daan, since=today_plus(0))
    assert (fresh(cast, given).state, fresh(cast, given).closed_why) == ("closed", "left")


@pytest.mark.parametrize("who", ["bram", "celia", "finn", "els", "daan"])
def test_only_the_alderman_of_the_municipality_gives(cast: Cast, who: str) -> None:
    with inside(cast), pytest.raises(PermissionDenied):
        services.give(partnership=cast.partnership, proposal=proposal(cast), actor=getattr(cast, who))


def test_all_that_is_wrong_is_told_at_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.amina)
    fields = {"holder": "999", "hours": "0", "starts": "2026-02-30", "ends": ""}
    answer = client.post(page("new", "time", cast.municipality.pk), fields)
    assert answer.status_code == 422
    assert answer.text.count("field__error") == 4


@pytest.mark.parametrize(
    "changes", [{"hours": None}, {"ends_before": True}, {"elsewhere": True}, {"hours": Decimal(-1)}]
)
def test_the_service_refuses_terms_that_are_not_right(cast: Cast, changes: dict[str, Any]) -> None:
    terms = dict(changes)
    if terms.pop("ends_before", False):
        terms["ends"] = today_plus(-1)
    if terms.pop("elsewhere", False):
        terms["municipality"] = cast.faraway
    with inside(cast), pytest.raises(ValidationError):
        services.give(partnership=cast.partnership, proposal=proposal(cast, **terms))
