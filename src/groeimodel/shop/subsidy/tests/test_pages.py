"""The pages of a subsidy file, as the coordinator, officers and others see them."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.models import Dossier, Paper, Passage
from groeimodel.shop.subsidy.tests.helpers import a_file, the_paper, year_of_books


def url(name: str, *more: object) -> str:
    return reverse(f"subsidy:{name}", args=["testland", *more])


@pytest.mark.claim("B6")
def test_from_beginning_to_a_document(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    assert "Nog geen dossier" in client.get(url("page")).text
    assert client.post(url("page"), {}).status_code == 422
    client.post(url("page"), {"scheme": "igs-jeugd-2027"})
    with scope(partnership=cast.partnership):
        dossier = Dossier.objects.get()
        paper = the_paper(dossier, "plan")
    page = client.get(url("file", dossier.pk)).text
    assert "te bevestigen" in page
    assert "geen cijfers" in page
    assert "Niet bekend: vul zelf in" in page
    client.post(url("value", dossier.pk, "ratio"), {"value": "1/1", "source": "Brief van 3 mei"})
    assert "Brief van 3 mei" in client.get(url("file", dossier.pk)).text
    wrong = client.post(url("value", dossier.pk, "ratio"), {"value": "helft", "source": ""})
    assert wrong.status_code == 422
    assert 'value="helft"' in wrong.text
    client.post(url("grants", dossier.pk), {"y2027": "17.100,50", "y2028": ""})
    with scope(partnership=cast.partnership):
        assert [one.amount for one in dossier.grants.all()] == [Decimal("17100.50")]
    assert client.post(url("paper", paper.pk), {"state": "filed"}).status_code == 422
    client.post(url("paper", paper.pk), {"state": "filed", "filed_on": "2026-03-30"})
    with scope(partnership=cast.partnership):
        assert Paper.objects.get(pk=paper.pk).filed_on is not None
    assert "ingediend op 30 maart 2026" in client.get(url("file", dossier.pk)).text


def test_a_text_over_the_limit_is_told_and_not_cut(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    with scope(partnership=cast.partnership):
        paper = the_paper(a_file(cast))
    words = "Wij deden veel. " * 5
    client.post(url("text", paper.pk, "actions"), {"text": words, "limit": "20"})
    with scope(partnership=cast.partnership):
        assert Passage.objects.get().text == words.strip()
    page = client.get(url("paper", paper.pk)).text
    assert f"{len(words.strip())} van hoogstens 20 tekens: {len(words.strip()) - 20} te veel." in page
    assert "1 blok is te lang" in page


def test_a_draft_stands_beside_own_text_and_is_taken_over_by_choice(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    with scope(partnership=cast.partnership):
        paper = the_paper(a_file(cast))
    client.post(url("text", paper.pk, "partners"), {"text": "Ons eigen verhaal."})
    page = client.get(url("text", paper.pk, "partners")).text
    assert "Ons eigen verhaal." in page
    assert "Proefdorp" in page
    client.post(url("take", paper.pk, "partners"), {"onder": ""})
    with scope(partnership=cast.partnership):
        text = Passage.objects.get().text
    assert text.startswith("Ons eigen verhaal.")
    assert "Proefdorp" in text
    client.post(url("take", paper.pk, "partners"))
    with scope(partnership=cast.partnership):
        assert "eigen verhaal" not in Passage.objects.get().text
    client.post(url("back", paper.pk, "partners"))
    with scope(partnership=cast.partnership):
        assert Passage.objects.get().text == text


def test_who_sees_and_who_writes(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        paper = the_paper(dossier)
    pages = [url("page"), url("file", dossier.pk), url("paper", paper.pk), url("word", paper.pk)]
    client.force_login(cast.daan)
    assert {client.get(one).status_code for one in pages} == {403}
    client.force_login(cast.amina)
    assert {client.get(one).status_code for one in pages} == {200}
    assert client.get(url("text", paper.pk, "actions")).status_code == 403
    assert client.get(url("grants", dossier.pk)).status_code == 403
    client.force_login(cast.bram)
    assert client.get(url("text", paper.pk, "actions")).status_code == 200
    assert client.get(url("text", paper.pk, "onzin")).status_code == 404


def test_a_page_asks_as_many_queries_for_much_as_for_little(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        paper = the_paper(dossier)
        for year in range(2021, 2027):
            year_of_books(cast, year, "100", "90", came_in="50")
        services.grant(dossier=dossier, amounts={year: Decimal(90) for year in range(2021, 2027)})
        for block in paper.blocks:
            services.write(paper=paper, block=block.id, text="Tekst")
    with django_assert_max_num_queries(30):
        assert client.get(url("file", dossier.pk)).status_code == 200
    with django_assert_max_num_queries(55):
        assert client.get(url("paper", paper.pk)).status_code == 200
