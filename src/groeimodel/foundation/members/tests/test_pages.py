"""The pages where a partnership is run: seats filled, emptied, handed over; members joining and leaving; particulars."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.partners.models import Logo, Membership, Municipality, Seat, Tenure
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast


def page(name: str, *args: int) -> str:
    return reverse(f"members:{name}", args=["testland", *args])


@pytest.fixture
def seat(cast: Cast) -> Seat:
    """The empty alderman's seat of Celia's municipality."""
    return Seat.objects.get(membership__municipality=cast.neighbour, role="alderman")


@pytest.mark.claim("G1")
def test_every_seat_stands_there_filled_or_visibly_empty(client: Client, cast: Cast) -> None:
    client.force_login(cast.daan)
    assert client.get(page("list")).status_code == 403
    client.force_login(cast.celia)
    text = client.get(page("list")).text
    assert text.count("Lege zetel") == 1
    assert all(name in text for name in ("Amina", "Bram", "Celia", "Finn", "Els"))


def test_a_seat_is_filled_by_name_alone(client: Client, cast: Cast, seat: Seat) -> None:
    client.force_login(cast.finn)
    client.post(page("sit", seat.pk), {"name": "Zoë", "since": "2026-01-01", "expected": ""})
    zoe = Person.objects.get(name="Zoë")
    assert (zoe.email, zoe.has_usable_password()) == (None, False)
    assert Tenure.objects.get(seat=seat, ends=None).person == zoe


def test_a_change_closes_one_record_and_opens_another(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    officer = Seat.objects.get(membership__municipality=cast.municipality, role="officer")
    client.post(
        page("sit", officer.pk), {"name": "Nele", "since": "2026-05-01", "expected": str(cast.bram.pk)}
    )
    rows = officer.tenures.order_by("pk").values_list("person__name", "starts", "ends")
    assert [(name, str(starts), str(ends)) for name, starts, ends in rows] == [
        ("Bram", "2024-01-01", "2026-05-01"),
        ("Nele", "2026-05-01", "None"),
    ]
    assert "Bram, 1 januari 2024 tot 1 mei 2026" in client.get(page("seat", officer.pk)).text


def test_who_was_slower_reads_who_sits_there(client: Client, cast: Cast, seat: Seat) -> None:
    client.force_login(cast.finn)
    first = {"name": "Zoë", "since": "2026-01-01", "expected": ""}
    client.post(page("sit", seat.pk), first)
    answer = client.post(page("sit", seat.pk), {**first, "name": "Yara"})
    assert answer.status_code == 422
    assert "Zoë kreeg deze zetel net voor jou" in answer.text
    assert not Person.objects.filter(name="Yara").exists(), "nothing was half done"


def test_all_that_is_wrong_is_told_at_once_and_kept(client: Client, cast: Cast, seat: Seat) -> None:
    client.force_login(cast.finn)
    answer = client.post(page("sit", seat.pk), {"name": "", "since": "2090-01-01", "expected": ""})
    assert answer.status_code == 422
    assert "Deze dag moet nog komen" in answer.text
    assert 'value="2090-01-01"' in answer.text
    assert answer.text.count("field__error") >= 2


def test_emptying_asks_first(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    officer = Seat.objects.get(membership__municipality=cast.municipality, role="officer")
    assert "Bram ziet de samenwerking vanaf vandaag niet meer" in client.get(page("empty", officer.pk)).text
    assert officer.tenures.filter(ends=None).exists()
    client.post(page("empty", officer.pk))
    assert not officer.tenures.filter(ends=None).exists()
    assert not cast.bram.has_perm("partners.see_inside", cast.partnership)


def test_a_note_is_for_who_comes_next(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    officer = Seat.objects.get(membership__municipality=cast.municipality, role="officer")
    client.post(page("note", officer.pk), {"text": "Bel eerst met Buurdorp."})
    assert "Bel eerst met Buurdorp." in client.get(page("seat", officer.pk)).text
    client.force_login(cast.celia)
    assert client.post(page("note", officer.pk), {"text": "x"}).status_code == 403


def test_joining_gives_two_seats_and_leaving_keeps_history(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    Municipality.objects.create(nis="44021", name="Gent")
    answer = client.post(page("join"), {"municipality": "gent", "since": "2026-01-01"})
    assert answer.status_code == 302
    assert "Gent" in {one.municipality.name for one in seats_of(cast.partnership)}
    assert client.post(page("join"), {"municipality": "Gand", "since": "2026-01-01"}).status_code == 422, (
        "Gent is one already"
    )
    Municipality.objects.create(nis="23106", name="Pajottegem")
    assert client.post(page("join"), {"municipality": "Galmaarden", "since": "2026-01-01"}).status_code == 302
    assert "Geen gemeente met de naam" in client.post(page("join"), {"municipality": "Nergens"}).text
    member = Membership.objects.get(municipality=cast.neighbour)
    assert "Stopt Buurdorp als partner?" in client.get(page("leave", member.pk)).text
    client.post(page("leave", member.pk), {"on": "2026-06-30"})
    assert "Buurdorp, 1 januari 2024 tot 30 juni 2026" in client.get(page("list")).text
    assert not cast.celia.has_perm("partners.see_inside", cast.partnership)


def picture(size: tuple[int, int] = (900, 300), kind: str = "JPEG") -> SimpleUploadedFile:
    out = BytesIO()
    image = Image.new("RGB", size, "red")
    exif = Image.Exif()
    exif[0x010F] = "geheime camera"
    image.save(out, kind, exif=exif)
    return SimpleUploadedFile("logo.svg", out.getvalue())


FIELDS = {"name": "Testland", "legal_form": "informal", "colour": "poppy", "region": "Het Zuiden"}


def test_a_logo_is_made_small_and_bare(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    client.post(page("particulars"), {**FIELDS, "logo": picture()})
    cast.partnership.refresh_from_db()
    assert (cast.partnership.region, cast.partnership.colour) == ("Het Zuiden", "poppy")
    answer = client.get(page("logo"))
    assert answer["Content-Type"] == "image/png"
    assert b"geheime camera" not in answer.content
    with Image.open(BytesIO(answer.content)) as image:
        assert image.size == (256, 85)
    client.post(page("particulars"), {**FIELDS, "remove_logo": "on"})
    assert not Logo.objects.exists()


@pytest.mark.parametrize("content", [b"<svg onload='alert(1)'/>", b"GIF89a", b"", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_picture_is_refused(client: Client, cast: Cast, content: bytes) -> None:
    client.force_login(cast.finn)
    answer = client.post(page("particulars"), {**FIELDS, "logo": SimpleUploadedFile("logo.png", content)})
    assert answer.status_code == 422
    assert not Logo.objects.exists()


def test_the_page_takes_as_many_queries_with_twenty_members(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    from groeimodel.foundation.testing.cast import member

    for number in range(20):
        member(cast.partnership, f"Dorp {number}")
    client.force_login(cast.finn)
    client.get("/over/")
    with django_assert_max_num_queries(18):
        client.get(page("list"))


def test_the_timeline_tells_and_pages(client: Client, cast: Cast) -> None:
    from groeimodel.foundation.testing.cast import member

    for number in range(45):
        member(cast.partnership, f"Dorp {number}")
    client.force_login(cast.celia)
    first = client.get(page("timeline")).text
    assert "Dorp 44 is partner geworden." in first
    assert "Dorp 2 is partner geworden." not in first
    more = first.split('href="?voor=')[1].split('"')[0]
    second = client.get(page("timeline"), {"voor": more}).text
    assert "Dorp 2 is partner geworden." in second
    assert "Dorp 44 is partner geworden." not in second
