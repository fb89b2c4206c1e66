"""Tasks, results and news with a picture on the page of a running action (claims W7, W18, W19)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here, asked_of
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.tests.kit import photo, upload
from groeimodel.foundation.mail.services.digests import write_digest
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import services
from groeimodel.meadow.tending.models import Result, Task, Update
from groeimodel.meadow.tending.services import Counted, News, ToDo
from groeimodel.meadow.tending.tests.running import address, running, spend


def asked(cast: Cast, person: Person) -> list[str]:
    here = Here(person, cast.partnership, parts_in(person, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership):
        return [one.title for one in asked_of(here)]


@pytest.mark.claim("W7")
def test_a_task_is_asked_of_its_owner_until_it_is_ticked_off(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
    client.force_login(cast.bram)
    due = (timezone.localdate() + timedelta(days=5)).isoformat()
    sent = {"text": "De zaal vastleggen", "owner": cast.celia.pk, "due": due}
    client.post(address(action, "add_task"), sent)
    with scope(partnership=cast.partnership):
        task = Task.objects.get()
    assert "De zaal vastleggen" in asked(cast, cast.celia)
    assert "De zaal vastleggen" not in asked(cast, cast.bram)
    client.force_login(cast.celia)
    page = client.post(address(action, "task_done", task.pk), {"klaar": "1"}, follow=True)
    assert "Afgevinkt" in page.text
    assert "De zaal vastleggen" not in asked(cast, cast.celia)
    client.post(address(action, "task_done", task.pk), {"klaar": "0"})
    assert "De zaal vastleggen" in asked(cast, cast.celia)
    assert client.get(address(action, "change_task", task.pk)).status_code == 403


def test_a_task_is_for_who_takes_part(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        with pytest.raises(ValidationError):
            services.add_task(action=action, todo=ToDo("Zaal", cast.daan), actor=cast.bram)
        with pytest.raises(PermissionDenied):
            services.add_task(action=action, todo=ToDo("Zaal"), actor=cast.daan)
        task = services.add_task(action=action, todo=ToDo("Zaal", cast.bram), actor=cast.bram)
        with pytest.raises(PermissionDenied):
            services.finish_task(task=task, actor=cast.celia)


@pytest.mark.claim("W19")
def test_a_result_has_its_source(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
    client.force_login(cast.celia)  # a partner counts for the own municipality
    sent = {"figure": "23", "unit": "jongeren", "on": timezone.localdate().isoformat(), "reach": "on"}
    sent["municipality"] = str(cast.neighbour.pk)
    page = client.post(address(action, "add_result"), sent)
    assert page.status_code == 422
    assert 'value="jongeren"' in page.text, "what was typed stays"
    client.post(address(action, "add_result"), {**sent, "source": "deelnemerslijst"})
    page = client.get(address(action))
    assert "bron: deelnemerslijst" in page.text
    with scope(partnership=cast.partnership):
        row = Result.objects.get()
        assert (row.figure, row.municipality) == (Decimal(23), cast.neighbour)
        other = Counted(timezone.localdate(), Decimal(9), "jongeren", "lijst", municipality=cast.municipality)
        with pytest.raises(PermissionDenied):
            services.note_result(action=action, counted=other, actor=cast.celia)
        with pytest.raises(PermissionDenied):
            services.remove_result(result=row, actor=cast.amina)
        services.remove_result(result=row, actor=cast.bram)  # who tends the action may


@pytest.mark.claim("W18")
def test_news_with_a_picture_is_on_the_action_and_in_every_digest(client: Client, cast: Cast) -> None:
    since = timezone.now()
    with scope(partnership=cast.partnership):
        action = running(cast)
    client.force_login(cast.bram)
    sent = {"text": "Twaalf coaches zijn opgeleid.", "picture": upload(photo(), "coaches.jpg")}
    assert client.post(address(action, "add_news"), sent).status_code == 422, "a picture needs words"
    sent["picture"] = upload(photo(), "coaches.jpg")
    client.post(address(action, "add_news"), {**sent, "alt": "Een tekening van twaalf hesjes"})
    with scope(partnership=cast.partnership):
        update = Update.objects.get()
    client.force_login(cast.celia)
    for page in (
        client.get(reverse("actions:action", args=["testland", action.pk])),
        client.get(address(action)),
        client.get(reverse("tending:news", args=["testland"])),
    ):
        assert "Twaalf coaches zijn opgeleid." in page.text
    assert 'alt="Een tekening van twaalf hesjes"' in client.get(address(action)).text
    picture = client.get(reverse("tending:picture", args=["testland", update.pk]))
    assert picture["Content-Type"] == "image/webp"
    mail = write_digest(cast.celia, since)
    assert mail is not None
    assert "Fuifcoaches: Twaalf coaches zijn opgeleid." in mail.text
    own, elsewhere = write_digest(cast.bram, since), write_digest(cast.daan, since)
    assert own is None or "Twaalf coaches" not in own.text
    assert elsewhere is None or "Twaalf coaches" not in elsewhere.text


@pytest.mark.claim("W18")
def test_outside_only_public_news_is_read_with_its_picture(client: Client, cast: Cast) -> None:
    page = reverse("tending:news", args=["testland"])
    with scope(partnership=cast.partnership):
        action = running(cast)
        inside = services.write_update(action=action, news=News("Enkel voor ons."))
        public = services.write_update(
            action=action,
            news=News("Voor iedereen.", True, services.Picture(upload(photo(), "a.jpg"), "Een tent")),
        )
        services.write_update(
            action=action,
            news=News("Ook voor ons.", False, services.Picture(upload(photo(), "b.jpg"), "Iets")),
        )
        closed = Update.objects.get(text="Ook voor ons.")
    assert client.get(page).status_code == 403
    cast.partnership.public = True
    cast.partnership.save()
    shown = client.get(page).text
    assert "Voor iedereen." in shown
    assert inside.text not in shown
    assert client.get(reverse("tending:picture", args=["testland", public.pk])).status_code == 200
    assert client.get(reverse("tending:picture", args=["testland", closed.pk])).status_code == 404


def test_news_goes_with_its_picture_after_a_question(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast)
        picture = services.Picture(upload(photo(), "a.jpg"), "Een tent")
        update = services.write_update(action=action, news=News("Weg ermee.", picture=picture))
    client.force_login(cast.bram)
    assert "kun je niet ongedaan maken" in client.get(address(action, "remove_news", update.pk)).text
    client.post(address(action, "remove_news", update.pk))
    with scope(partnership=cast.partnership):
        assert not Update.objects.exists()
        assert not Document.objects.exists()


def fill(cast: Cast, action: Action, times: int) -> None:
    today = timezone.localdate()
    for at in range(times):
        services.add_task(action=action, todo=ToDo(f"Taak {at}", cast.celia))
        spend(action, "1", payer=cast.neighbour)
        services.note_hours(
            action=action, worked=services.Worked(today, Decimal(1), cast.neighbour, None, "Opbouw")
        )
        services.note_result(action=action, counted=Counted(today, Decimal(2), "jongeren", "lijst"))
        services.write_update(action=action, news=News(f"Nieuws {at}"))


def test_the_page_takes_as_many_queries_with_much_as_with_little(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.bram)
    with scope(partnership=cast.partnership):
        action = running(cast)
        fill(cast, action, 1)
    client.get("/over/")  # from the second page on, a browser has what pages are kept by
    with django_assert_max_num_queries(99) as few:
        client.get(address(action))
    with scope(partnership=cast.partnership):
        fill(cast, action, 20)
    caches["pages"].clear()  # the rows were made without a deed in the journal
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert client.get(address(action)).status_code == 200
