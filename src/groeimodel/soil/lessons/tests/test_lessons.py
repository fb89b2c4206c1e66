"""The lessons of a partnership itself: written, changed and removed in the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.files import services as files
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.lessons import services
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.lessons.services import Learned

LIST = "/igs/testland/lessen/"
DATA = {
    "title": "Begin klein",
    "learned": "Wie klein begint, houdt vol.",
    "helps": "",
    "tags": "Begin",
    "source": "",
}


def test_writing(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Nog geen lessen" in client.get(LIST).text
    away = DATA | {"source": "Ontmoeting", "source_path": "https://elders.test/"}
    assert "Begin klein" in client.post(LIST, away, follow=True).text
    with scope(partnership=cast.partnership):
        lesson = Lesson.objects.get()
    assert (lesson.municipality, lesson.written_by, lesson.source_path) == (cast.municipality, cast.bram, "")
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.municipality) == ("lessons.written", cast.municipality)


def test_a_meeting_can_lead_here(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    page = client.get(f"{LIST}?bron=Ontmoeting%20over%20kampen&van=/igs/testland/ontmoetingen/3/").text
    assert 'value="Ontmoeting over kampen"' in page
    assert 'value="/igs/testland/ontmoetingen/3/"' in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("bram", 200), ("finn", 200), ("amina", 403), ("celia", 403), ("els", 403), ("daan", 403)],
)
@pytest.mark.parametrize("page", ["wijzig", "weg"])
def test_who_changes_and_removes(client: Client, cast: Cast, who: str, status: int, page: str) -> None:
    lesson = services.write_lesson(partnership=cast.partnership, learned=Learned("A", "B"), actor=cast.bram)
    client.force_login(getattr(cast, who))
    assert client.get(f"{LIST}{lesson.pk}/{page}/").status_code == status


def test_a_document_goes_with_its_lesson(client: Client, cast: Cast) -> None:
    lesson = services.write_lesson(partnership=cast.partnership, learned=Learned("A", "B"), actor=cast.bram)
    upload = SimpleUploadedFile("Draaiboek.txt", b"Stap 1")
    with scope(partnership=cast.partnership):
        files.keep(subject=lesson, upload=upload, actor=cast.bram)
    client.force_login(cast.bram)
    assert "Draaiboek" in client.get(f"{LIST}{lesson.pk}/").text
    assert "Draaiboek" in client.get("/igs/testland/documenten/").text
    client.post(f"{LIST}{lesson.pk}/weg/")
    with scopes_disabled():
        assert not Lesson.objects.exists()
        assert not Document.objects.exists()


def test_the_list_takes_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        services.write_lesson(
            partnership=cast.partnership, learned=Learned(f"Les {number}", "B"), actor=cast.bram
        )
    client.force_login(cast.finn)
    client.get("/over/")
    with django_assert_max_num_queries(9):
        client.get(LIST)
