"""One page for one municipality, for three readers."""

import re
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from PIL import Image

from groeimodel.foundation.files import services as files
from groeimodel.foundation.testing.cast import Cast
from groeimodel.showcase.sheets.selectors import AUDIENCES, period_of, shown
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def gain(cast: Cast, title: str, *, days: int = 10, text: str = "", figure: str = "") -> None:
    number, _, unit = figure.partition(" ")
    with scope(partnership=cast.partnership):
        harvest.record_harvest(
            partnership=cast.partnership,
            gain=Gain(
                cast.municipality,
                title,
                timezone.localdate() - timedelta(days=days),
                text=text,
                from_municipality=cast.neighbour,
                figure=Decimal(number) if number else None,
                unit=unit,
            ),
            actor=cast.bram,
        )


def page(cast: Cast, client: Client, audience: str, name: str = "sheet", tijd: str = "") -> str:
    url = reverse(f"sheets:{name}", args=[cast.partnership.slug, cast.municipality.pk, audience])
    return client.get(url, {"tijd": tijd}).content.decode("utf-8", "replace")


@pytest.mark.claim("P13", "G7")
def test_the_sheet_shows_what_was_recorded_to_three_readers(client: Client, cast: Cast) -> None:
    gain(cast, "Fuifcharter", text="Politie en buren tekenden samen.", figure="212 jongeren")
    client.force_login(cast.bram)
    told = {audience: page(cast, client, audience) for audience in AUDIENCES}
    for text in told.values():
        assert "Fuifcharter" in text
        assert "212 jongeren" in text
    assert "Celia" in told["collegas"]
    assert "Celia" not in told["inwoners"]
    assert "Celia" not in told["college"]
    assert "Wat vragen we?" in told["college"]
    assert len(set(told.values())) == 3


@pytest.mark.claim("P13")
@pytest.mark.parametrize("count", [0, 1, 2, 5, 12, 40])
@pytest.mark.parametrize("words", [0, 60])
def test_the_pdf_is_one_page_however_much_there_is(
    client: Client, cast: Cast, count: int, words: int
) -> None:
    for number in range(count):
        gain(
            cast,
            f"Oogst {number} met een titel die wat langer is",
            days=number,
            text="woord " * words,
            figure="12 uur",
        )
    client.force_login(cast.bram)
    url = reverse("sheets:paper", args=[cast.partnership.slug, cast.municipality.pk, "college"])
    answer = client.get(url, {"tijd": "alles"})
    assert answer["Content-Type"] == "application/pdf"
    assert page_count(answer.content) == 1


def page_count(pdf: bytes) -> int:
    counts = [int(one) for one in re.findall(rb"/Type\s*/Pages.*?/Count\s+(\d+)", pdf, re.DOTALL)]
    counts += [int(one) for one in re.findall(rb"/Count\s+(\d+)\s*/Kids", pdf)]
    return max(counts)


def test_a_picture_comes_along(client: Client, cast: Cast) -> None:
    gain(cast, "Speelstraat")
    gain(cast, "Nieuwer, zonder beeld", days=1)
    drawing = BytesIO()
    Image.new("RGB", (600, 400), "#5c9a54").save(drawing, "PNG")
    with scope(partnership=cast.partnership):
        crop = Harvest.objects.get(title="Speelstraat")
        upload = SimpleUploadedFile("straat.png", drawing.getvalue(), content_type="image/png")
        files.keep(subject=crop, upload=upload, label="Straat", alt="Een groene straat", actor=cast.bram)
        inside = shown(cast.partnership, cast.municipality, "college", period_of("", timezone.localdate()))
        unasked = shown(cast.partnership, cast.municipality, "inwoners", period_of("", timezone.localdate()))
        assert [row.picture is not None for row in inside.rows] == [True, False]
        assert [row.picture for row in unasked.rows] == [None, None]
        Harvest.objects.filter(pk=crop.pk).update(picture_for_all=True)
        one = shown(cast.partnership, cast.municipality, "inwoners", period_of("", timezone.localdate()))
    assert [row.harvest.title for row in one.rows] == ["Speelstraat", "Nieuwer, zonder beeld"]
    client.force_login(cast.bram)
    assert "Een groene straat" in page(cast, client, "inwoners")
    url = reverse("sheets:paper", args=[cast.partnership.slug, cast.municipality.pk, "inwoners"])
    drawn = reverse("sheets:picture", args=[cast.partnership.slug, crop.pk])
    assert client.get(drawn)["Content-Type"] == "image/webp"
    cast.partnership.public = True
    cast.partnership.save()
    client.logout()
    assert client.get(drawn).status_code == 200
    with scope(partnership=cast.partnership):
        Harvest.objects.filter(pk=crop.pk).update(picture_for_all=False)
    assert client.get(drawn).status_code == 404
    with scope(partnership=cast.partnership):
        Harvest.objects.filter(pk=crop.pk).update(picture_for_all=True)
    assert b"/Subtype /Image" in (pdf := client.get(url).content) or b"/Subtype/Image" in pdf


def test_only_the_residents_sheet_of_a_public_partnership_is_for_everybody(
    client: Client, cast: Cast
) -> None:
    gain(cast, "Fuifcharter")
    for audience in AUDIENCES:
        for name in ("sheet", "paper"):
            url = reverse(f"sheets:{name}", args=[cast.partnership.slug, cast.municipality.pk, audience])
            cast.partnership.public = False
            cast.partnership.save()
            client.force_login(cast.daan)
            assert client.get(url).status_code == 403
            cast.partnership.public = True
            cast.partnership.save()
            client.logout()
            assert (client.get(url).status_code == 200) == (audience == "inwoners")


@pytest.mark.parametrize(
    ("key", "starts", "ends"),
    [
        ("", date(2025, 11, 24), TODAY),
        ("alles", None, TODAY),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2026", date(2026, 1, 1), TODAY),
        ("2099", date(2025, 11, 24), TODAY),
        ("onzin", date(2025, 11, 24), TODAY),
    ],
)
def test_periods(key: str, starts: date | None, ends: date) -> None:
    period = period_of(key, TODAY)
    assert (period.starts, period.ends) == (starts, ends)


def test_choosing_leads_to_the_sheet(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    url = reverse("sheets:choose", args=[cast.partnership.slug])
    assert "selected" in client.get(url).content.decode()
    chosen = client.get(url, {"gemeente": str(cast.municipality.pk), "voor": "college", "tijd": "alles"})
    assert chosen["Location"].endswith(f"/oogstblad/{cast.municipality.pk}/college/?tijd=alles")
    assert client.get(url, {"gemeente": "999", "voor": "x"}).status_code == 200
