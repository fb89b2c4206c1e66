"""What a meeting ends in: decisions, tasks, seeds and harvest."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.services import NewItem
from groeimodel.soil.notes import services
from groeimodel.soil.notes.models import Outcome
from groeimodel.soil.notes.services import Found
from groeimodel.soil.notes.tests.test_write import point
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.services import Proposal

pytestmark = pytest.mark.django_db


def test_harvest_goes_to_the_harvest_tied_to_the_meeting(cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        found = Found("harvest", "Fuifcharter", municipality=cast.municipality)
        outcome = services.note_outcome(meeting=item.meeting, found=found, item=item, actor=cast.bram)
        crop = Harvest.objects.get()
        assert (crop.title, crop.meeting, crop.municipality) == (
            "Fuifcharter",
            item.meeting,
            cast.municipality,
        )
        other = Found("harvest", "Iets", municipality=cast.neighbour)
        with pytest.raises(PermissionDenied):
            services.note_outcome(meeting=item.meeting, found=other, item=item, actor=cast.bram)
        services.remove_outcome(outcome=outcome, actor=cast.bram)
        assert not Harvest.objects.exists()
        assert not Outcome.objects.exists()


@pytest.mark.parametrize("found", [Found("todo", "Bellen"), Found("harvest", "Charter")])
def test_what_lacks_something_is_not_kept(cast: Cast, found: Found) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        with pytest.raises(ValidationError):
            services.note_outcome(meeting=item.meeting, found=found, item=item, actor=cast.bram)
        assert not Outcome.objects.exists()


def test_a_task_is_asked_of_its_owner_until_it_is_done(client: Client, cast: Cast) -> None:
    item = point(cast)
    due = timezone.localdate() + timedelta(days=3)
    client.force_login(cast.bram)
    url = reverse("notes:note_outcome", args=[cast.partnership.slug, item.meeting_id, item.pk, "todo"])
    assert (
        client.post(url, {"text": "De brandweer bellen", "owner": cast.celia.pk, "due": ""}).status_code
        == 422
    )
    client.post(url, {"text": "De brandweer bellen", "owner": cast.celia.pk, "due": due.isoformat()})
    with scope(partnership=cast.partnership):
        outcome = Outcome.objects.get()
    assert outcome.owner == cast.celia
    client.force_login(cast.celia)
    assert "De brandweer bellen" in client.get(reverse("mine:garden")).text
    tasks = reverse("notes:tasks", args=[cast.partnership.slug])
    assert "De brandweer bellen" in client.get(tasks).text
    client.post(
        reverse("notes:tick", args=[cast.partnership.slug, outcome.pk]), {"klaar": "ja", "van": "taken"}
    )
    assert "De brandweer bellen" not in client.get(tasks).text
    assert "De brandweer bellen" not in client.get(reverse("mine:garden")).text


@pytest.mark.claim("P2")
def test_the_page_of_a_theme_gathers_all_that_was_said(client: Client, cast: Cast) -> None:
    item = point(cast)
    with scope(partnership=cast.partnership):
        proposal = Proposal("Veilig uitgaan", "Fuiven", "Wat doe jij?")
        theme = themes.propose(partnership=cast.partnership, proposal=proposal, actor=cast.bram)
        themes.add_link(theme=theme, url="https://voorbeeld.test/c", label="Het charter", actor=cast.bram)
        on = meetings.add_item(meeting=item.meeting, new=NewItem(theme=theme), actor=cast.bram)
        services.write(item=on, sent=services.Sent(0, "Glas op straat is het probleem."), actor=cast.bram)
        for kind, text in (("decision", "Bekers met waarborg"), ("seed", "Samen bekers kopen")):
            services.note_outcome(meeting=item.meeting, found=Found(kind, text), item=on, actor=cast.bram)
    client.force_login(cast.celia)
    page = client.get(reverse("themes:theme", args=[cast.partnership.slug, theme.pk])).text
    for words in (
        "Glas op straat",
        "Bekers met waarborg",
        "Samen bekers kopen",
        "Het charter",
        "Ontmoeting",
        "Zaadjes",
    ):
        assert words in page


def test_pages_without_a_script(client: Client, cast: Cast) -> None:
    item = point(cast)
    client.force_login(cast.bram)
    url = reverse("notes:write", args=[cast.partnership.slug, item.meeting_id, item.pk])
    assert client.post(url, {"base": "0", "writer": "x", "text": "Een\r\nTwee"}).status_code == 302
    page = client.get(reverse("notes:notes", args=[cast.partnership.slug, item.meeting_id])).text
    assert "Een\nTwee" in page
    kept = client.post(url, {"base": "1", "writer": "y", "text": "x" * 30_000})
    assert kept.status_code == 422
    assert "x" * 30_000 in kept.text
    json = client.post(
        url, {"base": "1", "writer": "y", "text": "x" * 30_000}, headers={"accept": "application/json"}
    )
    assert json.status_code == 422
    assert json.json()["error"]
