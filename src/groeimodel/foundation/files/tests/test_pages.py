"""Documents in the browser: one form wherever they may lie, downloads only for whoever may see the row."""

from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django_scopes import scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.files import services
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.tests.kit import pdf, photo, upload
from groeimodel.foundation.testing.cast import Cast

ADD = "/igs/testland/documenten/bij/partners.partnership/{}/"
LIST = "/igs/testland/documenten/"


def sent(client: Client, cast: Cast, content: bytes, name: str = "Verslag.pdf", **more: str) -> Any:
    data = {"file": upload(content, name), "label": "", "alt": "", **more}
    return client.post(ADD.format(cast.partnership.pk), data)


def existing(cast: Cast, content: bytes = b"", who: str = "bram") -> Document:
    return services.keep(
        subject=cast.partnership, upload=upload(content or pdf(), "Verslag.pdf"), actor=getattr(cast, who)
    )


def test_adding_goes_back_to_where_the_form_stood(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Nog geen documenten" in client.get(LIST).text
    answer = sent(
        client, cast, photo(), "flap.jpg", alt="De flap met onze afspraken", van="/igs/testland/oogst/"
    )
    assert answer.status_code == 302
    assert answer["Location"] == "/igs/testland/oogst/"
    page = client.get(LIST).text
    assert 'alt="De flap met onze afspraken"' in page
    assert "flap" in page


@pytest.mark.parametrize(
    "away", ["https://elders.test/", "//elders.test/", "javascript:alert(1)", "/\\elders.test"]
)
def test_it_never_leads_away(client: Client, cast: Cast, away: str) -> None:
    client.force_login(cast.bram)
    answer = sent(client, cast, pdf(), van=away)
    assert answer["Location"] == LIST


def test_a_refusal_says_what_to_do_beside_the_field(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    answer = sent(client, cast, b"MZ\x90\x00", "verslag.pdf")
    assert answer.status_code == 422
    assert "Kies een pdf" in answer.text


@override_settings(FILES_MOST_BYTES=1024 * 1024)
def test_what_is_too_large_is_thrown_away_while_it_comes_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    answer = sent(client, cast, pdf() + b"x" * 4_000_000)
    assert answer.status_code == 422
    assert "groter dan 1 MB" in answer.text
    with scopes_disabled():
        assert not Document.objects.exists()


def test_a_document_is_saved_and_never_opened_here(client: Client, cast: Cast) -> None:
    one = existing(cast)
    client.force_login(cast.celia)
    answer = client.get(f"{LIST}{one.pk}/")
    assert b"".join(answer) == pdf()
    assert answer["Content-Disposition"] == 'attachment; filename="Verslag.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"].startswith("private")


def test_a_picture_is_shown(client: Client, cast: Cast) -> None:
    one = existing(cast, photo())
    client.force_login(cast.celia)
    for page, kind in ((f"{LIST}{one.pk}/", "image/jpeg"), (f"{LIST}{one.pk}/klein/", "image/webp")):
        answer = client.get(page)
        assert answer["Content-Type"] == kind
        assert answer["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("who", ["daan", None])
@pytest.mark.parametrize("page", ["", "klein/", "weg/"])
def test_outsiders_get_nothing_even_of_a_public_garden(
    client: Client, cast: Cast, who: str | None, page: str
) -> None:
    cast.partnership.public = True
    cast.partnership.save(update_fields=["public"])
    one = existing(cast, photo())
    if who:
        client.force_login(getattr(cast, who))
    assert client.get(f"{LIST}{one.pk}/{page}").status_code == 403


def test_a_document_of_another_partnership_is_not_found_here(client: Client, cast: Cast) -> None:
    one = existing(cast)
    client.force_login(cast.daan)
    assert client.get(f"/igs/elders/documenten/{one.pk}/").status_code == 404


@pytest.mark.parametrize("kind", ["people.person", "partners.municipality", "onzin", "mandates.mandate"])
def test_nothing_lies_beside_what_no_room_offers(client: Client, cast: Cast, kind: str) -> None:
    client.force_login(cast.bram)
    assert client.get(f"{LIST}bij/{kind}/1/").status_code == 404


def test_another_partnership_is_no_row_to_put_something_beside(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert sent(client, cast, pdf()).status_code == 302
    assert client.post(ADD.format(cast.elsewhere.pk), {"file": upload(pdf(), "x")}).status_code == 404


def test_removing_asks_first(client: Client, cast: Cast) -> None:
    one = existing(cast)
    client.force_login(cast.bram)
    assert "ongedaan" in client.get(f"{LIST}{one.pk}/weg/").text
    client.post(f"{LIST}{one.pk}/weg/")
    with scopes_disabled():
        assert not Document.objects.exists()


def test_the_list_takes_few_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(12):
        existing(cast)
    client.force_login(cast.finn)
    client.get("/over/")
    with django_assert_max_num_queries(10):
        assert "Verslag" in client.get(reverse("files:list", args=["testland"])).text
