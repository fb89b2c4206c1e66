"""Hours stand in one place: on the time mandate of who worked, or beside the action; never on both (claim W14)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.tending import selectors, services
from groeimodel.meadow.tending.models import Hours
from groeimodel.meadow.tending.services import Worked
from groeimodel.meadow.tending.tests.running import address, running


def grant(cast: Cast, *, subject: str = "") -> Mandate:
    today = timezone.localdate()
    proposal = mandates.Proposal(
        municipality=cast.municipality,
        kind="time",
        holder=cast.bram,
        starts=today - timedelta(days=60),
        ends=today + timedelta(days=200),
        hours=Decimal(8),
        subject=subject,
    )
    return mandates.give(partnership=cast.partnership, proposal=proposal, actor=cast.amina)


def worked(cast: Cast, on: date | None = None, hours: str = "3.5") -> Worked:
    return Worked(on or timezone.localdate(), Decimal(hours), cast.municipality, cast.bram, "Draaiboek")


@pytest.mark.claim("W14")
def test_both_pages_say_the_same_and_nothing_counts_twice(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action, mandate = running(cast), grant(cast)
    client.force_login(cast.bram)
    sent = {"hours": "3,5", "on": timezone.localdate().isoformat(), "what": "Draaiboek", "who": "me"}
    sent["municipality"] = str(cast.municipality.pk)
    page = client.post(address(action, "add_hours"), sent, follow=True)
    assert "ook op je tijdsmandaat. Ze tellen één keer." in page.text
    with scope(partnership=cast.partnership):
        assert not Hours.objects.exists()
        (use,) = Use.objects.all()
        assert (use.hours, use.subject, use.mandate) == (Decimal("3.5"), action.key, mandate)
        assert selectors.hours_on(action) == Decimal("3.5")
    on_mandate = client.get(reverse("mandates:mandate", args=[cast.partnership.slug, mandate.pk])).text
    assert "Draaiboek" in on_mandate
    assert "3,5" in on_mandate
    client.post(reverse("mandates:remove_hours", args=[cast.partnership.slug, use.pk]))
    with scope(partnership=cast.partnership):
        assert selectors.hours_on(action) == 0


def test_the_mandate_for_the_action_goes_before_the_one_for_all(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        other = running(cast, title="Iets anders")
        grant(cast)
        special, elsewhere = grant(cast, subject=action.key), grant(cast, subject=other.key)
        services.note_hours(action=action, worked=worked(cast), actor=cast.bram)
        assert Use.objects.get().mandate == special
        mandates.use(mandate=elsewhere, on=timezone.localdate(), hours=Decimal(2), actor=cast.bram)
        assert (
            selectors.hours_on(other) == 2
        )  # noted on the page of the mandate, that is for this action only
        assert selectors.hours_on(action) == Decimal("3.5")


def test_without_a_mandate_on_that_day_they_stand_beside_the_action(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-400, 60))
        grant(cast)
        long_ago = worked(cast, timezone.localdate() - timedelta(days=100))
        row = services.note_hours(action=action, worked=long_ago, actor=cast.bram)
        assert isinstance(row, Hours)
        assert not Use.objects.exists()
    client.force_login(cast.bram)
    page = client.get(address(action))
    assert "3,5 uur" in page.text
    client.post(address(action, "remove_hours", row.pk))
    with scope(partnership=cast.partnership):
        assert selectors.hours_on(action) == 0


def test_hours_are_for_the_own_municipality_and_in_the_own_name(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        with pytest.raises(PermissionDenied):
            services.note_hours(action=action, worked=worked(cast), actor=cast.celia)
        with pytest.raises(PermissionDenied):
            services.note_hours(action=action, worked=worked(cast), actor=cast.daan)
        with pytest.raises(ValidationError):
            services.note_hours(action=action, worked=worked(cast), actor=cast.amina)
        colleague = Worked(timezone.localdate(), Decimal(6), cast.municipality, None, "Opbouw")
        row = services.note_hours(action=action, worked=colleague, actor=cast.amina)
        assert isinstance(row, Hours)
        (share,) = selectors.by_municipality(selectors.work_on(action))
        assert (share.municipality, share.hours) == (cast.municipality, Decimal(6))


def test_the_coordinator_works_for_the_partnership_itself(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
    client.force_login(cast.finn)
    sent = {"hours": "2", "on": timezone.localdate().isoformat(), "who": "me", "municipality": ""}
    assert client.post(address(action, "add_hours"), sent).status_code == 302
    assert "De samenwerking zelf" in client.get(address(action)).text
