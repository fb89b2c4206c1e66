"""Ballots: given for a municipality, on a mandate, changeable until the end; the last that rests on a mandate counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.services import Said
from groeimodel.meadow.choosing.tests.choosing import mandate, plan, poll, said, seedling

pytestmark = [pytest.mark.django_db, pytest.mark.claim("W22")]


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


@pytest.fixture
def round(cast: Cast) -> Round:
    """Each of both municipalities puts in 3000."""
    actions = [seedling(cast.partnership, name) for name in ("Bus", "Tent")]
    made = services.prepare_round(partnership=cast.partnership, plan=plan(actions), actor=cast.finn)
    return services.open_round(round=made, actor=cast.finn)


def test_the_alderman_and_the_holder_vote_and_nobody_else(cast: Cast, round: Round) -> None:
    given = mandate(cast.partnership, cast.municipality, cast.bram, 3000)
    for who in (cast.amina, cast.bram):
        ballot = services.hand_in(
            poll=poll(round, cast.municipality), said=said(round, {"Bus": 5}), actor=who
        )
        assert ballot.person == who
    for who in (cast.celia, cast.daan, cast.els, cast.finn):
        with pytest.raises(PermissionDenied):
            services.hand_in(poll=poll(round, cast.municipality), said=said(round, {}), actor=who)
    mandates.revoke(mandate=given, actor=cast.amina)
    with pytest.raises(PermissionDenied):
        services.hand_in(poll=poll(round, cast.municipality), said=said(round, {}), actor=cast.bram)


def test_a_ballot_names_its_mandate(cast: Cast, round: Round) -> None:
    given = mandate(cast.partnership, cast.municipality, cast.bram, 3000)
    ballot = services.hand_in(poll=poll(round, cast.municipality), said=said(round, {}), actor=cast.bram)
    assert ballot.mandate == given
    (judged,) = poll(round, cast.municipality).handed_in
    assert judged.counts
    assert "tot € 3.000, tot en met" in judged.cover.words


def test_a_ballot_without_mandate_is_kept_and_takes_no_place(cast: Cast, round: Round) -> None:
    mandate(cast.partnership, cast.municipality, cast.bram, 3000)
    services.hand_in(poll=poll(round, cast.municipality), said=said(round, {"Bus": 5}), actor=cast.bram)
    services.hand_in(poll=poll(round, cast.municipality), said=said(round, {"Tent": 5}), actor=cast.amina)
    last, first = poll(round, cast.municipality).handed_in
    assert (last.ballot.person, last.counts, last.why_not) == (cast.amina, False, "Er is geen mandaat.")
    assert (first.ballot.person, first.counts) == (cast.bram, True)


def test_of_two_with_a_mandate_the_last_counts(cast: Cast, round: Round) -> None:
    for who in (cast.bram, cast.amina):
        mandate(cast.partnership, cast.municipality, who, 3000)
        services.hand_in(poll=poll(round, cast.municipality), said=said(round, {}), actor=who)
    last, first = poll(round, cast.municipality).handed_in
    assert (last.ballot.person, last.counts) == (cast.amina, True)
    assert (first.counts, first.why_not) == (False, "Een latere stembrief telt: die van Amina.")


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"amount": 2999}, "Het mandaat gaat tot € 2.999; de gemeente legt € 3.000 in."),
        ({"ends": timedelta(days=-1)}, "Het mandaat liep af op"),
        ({"starts": timedelta(days=3)}, "Het mandaat begint pas op"),
    ],
)
def test_what_a_mandate_lacks_is_said_in_words(
    cast: Cast, round: Round, terms: dict[str, object], why: str
) -> None:
    today = timezone.localdate()
    given = {key: today + one if isinstance(one, timedelta) else one for key, one in terms.items()}
    mandate(cast.partnership, cast.municipality, cast.amina, **given)  # type: ignore[arg-type]
    services.hand_in(poll=poll(round, cast.municipality), said=said(round, {}), actor=cast.amina)
    (judged,) = poll(round, cast.municipality).handed_in
    assert (judged.counts, judged.why_not.startswith(why)) == (False, True), judged.why_not


def test_a_mandate_for_one_other_action_does_not_cover_a_round(cast: Cast, round: Round) -> None:
    key = round.proposals.get(title="Bus").action.key
    mandate(cast.partnership, cast.municipality, cast.amina, subject=key)
    assert not poll(round, cast.municipality).covered


def test_a_ballot_can_be_changed_until_the_last_day(cast: Cast, round: Round) -> None:
    first = services.hand_in(
        poll=poll(round, cast.municipality), said=said(round, {"Bus": 5}), actor=cast.amina
    )
    again = services.hand_in(
        poll=poll(round, cast.municipality), said=said(round, {"Bus": 1, "Tent": 4}), actor=cast.amina
    )
    assert again.pk == first.pk
    assert dict(again.lines.values_list("proposal__title", "points")) == {"Bus": 1, "Tent": 4}
    with (
        time_machine.travel(timezone.now() + timedelta(days=15)),
        pytest.raises(ValidationError, match="laatste dag"),
    ):
        services.hand_in(poll=poll(round, cast.municipality), said=said(round, {}), actor=cast.amina)


def test_what_is_typed_does_not_touch_what_was_handed_in(cast: Cast, round: Round) -> None:
    services.hand_in(poll=poll(round, cast.municipality), said=said(round, {"Bus": 5}), actor=cast.amina)
    key = round.proposals.get(title="Bus").pk
    ballot = services.keep_draft(
        poll=poll(round, cast.municipality), draft={str(key): {"points": "0"}}, actor=cast.amina
    )
    assert ballot.lines.get(proposal=key).points == 5
    assert ballot.handed_in_at is not None


def test_lines_that_do_not_belong_are_refused(cast: Cast, round: Round) -> None:
    lines = said(round, {"Bus": 5})
    for wrong in (lines[:1], [*lines, lines[0]], [Said(lines[0].proposal, 6), lines[1]]):
        with pytest.raises(ValidationError):
            services.hand_in(poll=poll(round, cast.municipality), said=wrong, actor=cast.amina)


def test_a_ballot_by_phone_belongs_to_who_gave_it(cast: Cast, round: Round) -> None:
    given = mandate(cast.partnership, cast.municipality, cast.bram, 3000)
    noted = services.note_by_phone(
        poll=poll(round, cast.municipality), person=cast.bram, said=said(round, {"Bus": 5}), actor=cast.finn
    )
    assert (noted.person, noted.cast_by, noted.mandate, noted.by_phone) == (cast.bram, cast.finn, given, True)
    (mail,) = OutgoingMail.objects.filter(kind="choosing.news")
    assert mail.person == cast.bram
    changed = services.hand_in(
        poll=poll(round, cast.municipality), said=said(round, {"Tent": 5}), actor=cast.bram
    )
    assert (changed.pk, changed.by_phone) == (noted.pk, False)
    with pytest.raises(ValidationError, match="stemde zelf al"):
        services.note_by_phone(
            poll=poll(round, cast.municipality), person=cast.bram, said=said(round, {}), actor=cast.finn
        )
    for who in (cast.daan, cast.amina, cast.els):
        with pytest.raises(PermissionDenied):
            services.note_by_phone(
                poll=poll(round, cast.municipality), person=cast.amina, said=said(round, {}), actor=who
            )
    with pytest.raises(PermissionDenied):
        services.note_by_phone(
            poll=poll(round, cast.municipality), person=cast.celia, said=said(round, {}), actor=cast.finn
        )
