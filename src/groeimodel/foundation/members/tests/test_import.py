"""Reading members and people from a file: shown first, all errors at once, done exactly as shown, and once."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from groeimodel.formats.members_file import BadInput, read_members, template
from groeimodel.foundation.members.models import ImportDraft, Invitation
from groeimodel.foundation.partners.models import Membership, Municipality
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.tests.filling import inside

TODAY = date(2026, 11, 24)
FILE = """Naam schepen;Gemeente;Schepen e-mail;Jeugdambtenaar;E-mail ambtenaar;Sinds
Amina;Proefdorp;amina@voorbeeld.test;Nieuwe Nele;nele@voorbeeld.test;
Zoë Zonder;Buurdorp;;Celia;celia@voorbeeld.test;
Ann Adams;Nieuwdorp;ann@voorbeeld.test;;;01/09/2025
"""


@pytest.fixture
def client(client: Client, cast: Cast) -> Client:
    cast.partnership.example = True  # invented municipalities may join
    cast.partnership.save()
    Municipality.objects.create(name="Nieuwdorp", invented=True)
    client.force_login(cast.finn)
    return client


def page(name: str) -> str:
    return reverse(f"members:{name}", args=["testland"])


def send(client: Client, text: str | bytes = FILE) -> str:
    data = text.encode() if isinstance(text, str) else text
    answer = client.post(page("import"), {"file": SimpleUploadedFile("lijst.csv", data)}, follow=True)
    return str(answer.text)


def confirm(client: Client, shown: str, **fields: str) -> str:
    seen = shown.split('name="seen" value="')[1].split('"', maxsplit=1)[0]
    return str(client.post(page("import_confirm"), {"seen": seen, **fields}, follow=True).text)


def sitting(cast: Cast) -> dict[str, tuple[str | None, str | None]]:
    return {
        one.municipality.name: (
            one.alderman.name if one.alderman else None,
            one.officer.name if one.officer else None,
        )
        for one in seats_of(cast.partnership)
    }


BEFORE = {"Proefdorp": ("Amina", "Bram"), "Buurdorp": (None, "Celia")}


def test_it_is_shown_first_and_changes_nothing(client: Client, cast: Cast) -> None:
    shown = send(client)
    assert "Nieuwe Nele" in shown
    assert "in de plaats van Bram" in shown
    assert "Zoë Zonder" in shown
    assert "nieuwe partner" in shown
    assert sitting(cast) == BEFORE


def test_it_is_done_as_shown(client: Client, cast: Cast) -> None:
    confirm(client, send(client))
    assert sitting(cast) == {
        "Proefdorp": ("Amina", "Nieuwe Nele"),
        "Buurdorp": ("Zoë Zonder", "Celia"),
        "Nieuwdorp": ("Ann Adams", None),
    }
    assert Membership.objects.get(municipality__name="Nieuwdorp").starts == date(2025, 9, 1)
    assert Person.objects.get(name="Zoë Zonder").email is None


def test_with_invitations_people_sit_once_they_accept(client: Client, cast: Cast) -> None:
    confirm(client, send(client), invite="on")
    assert sitting(cast) == {
        "Proefdorp": ("Amina", "Bram"),
        "Buurdorp": ("Zoë Zonder", "Celia"),
        "Nieuwdorp": (None, None),
    }
    with inside(cast):
        assert set(Invitation.objects.values_list("email", flat=True)) == {
            "nele@voorbeeld.test",
            "ann@voorbeeld.test",
        }


def test_a_second_time_nothing_changes(client: Client, cast: Cast) -> None:
    confirm(client, send(client))
    people = Person.objects.count()
    assert "Er verandert niets" in send(client)
    assert Person.objects.count() == people


def test_what_changed_meanwhile_is_shown_anew(client: Client, cast: Cast) -> None:
    shown = send(client)
    other = Client()
    other.force_login(cast.finn)
    seat = cast.partnership.memberships.get(municipality=cast.neighbour).seats.get(role="alderman")
    other.post(
        reverse("members:sit", args=["testland", seat.pk]),
        {"name": "Sneller", "since": "2026-01-01", "expected": ""},
    )
    answer = confirm(client, shown)
    assert "Er veranderde intussen iets" in answer
    assert "in de plaats van Sneller" in answer
    assert sitting(cast)["Proefdorp"] == ("Amina", "Bram"), "nothing was half done"


def test_all_that_is_wrong_is_told_at_once(client: Client, cast: Cast) -> None:
    text = "gemeente;schepen;schepen e-mail;sinds\nNergens;A;geen-adres;2031-01-01\n;B;;\nProefdorp;;x@y.be;\nProefdorp;C;;\n"
    shown = send(client, text)
    for part in (
        "geen e-mailadres",
        "01/09/2025",
        "De gemeente ontbreekt",
        "ontbreekt de naam",
        "staat ook op rij",
    ):
        assert part in shown
    assert "rij 2, kolom C (schepen e-mail)" in shown
    with inside(cast):
        assert not ImportDraft.objects.exists()


def test_a_municipality_that_nobody_knows_is_told(client: Client, cast: Cast) -> None:
    assert "‘Nergens’ ken ik niet" in send(client, "gemeente\nNergens\n")


def test_a_workbook_reads_the_same(cast: Cast) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([], ["Onze partners"], *[line.split(";") for line in FILE.splitlines()]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    plain, excel = read_members(FILE.encode(), today=TODAY), read_members(out.getvalue(), today=TODAY)
    assert [(one.municipality, one.alderman, one.since) for one in plain] == [
        (one.municipality, one.alderman, one.since) for one in excel
    ]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 nonsense", b"\x00\x01\x02", b"schepen\nAmina\n", b"gemeente\n"]
)
def test_what_is_no_list_is_one_clear_message(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_members(data, today=TODAY)


def test_the_empty_file_has_the_heads_that_are_read() -> None:
    with pytest.raises(BadInput, match="Er staan geen gemeenten"):
        read_members(template(), today=TODAY)


def test_a_real_partnership_finds_old_and_french_names(cast: Cast) -> None:
    from groeimodel.foundation.members.importing import plan_of
    from groeimodel.foundation.partners.register import load_municipalities

    load_municipalities()
    lines = read_members(b"gemeente\nGalmaarden\nRenaix\n9000 Gent\n", today=TODAY)
    plan, wrong = plan_of(cast.partnership, lines, TODAY)
    assert not wrong
    assert [one.name for one in plan.members] == ["Pajottegem", "Ronse", "Gent"]
