"""Everybody sees what is kept about them, corrects it, and takes it along."""

import io
import json
import re
import zipfile
from datetime import timedelta
from html import unescape
from pathlib import Path

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.privacy.selectors import kept_about
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to

REGISTER = Path(__file__).resolve().parents[5] / "docs/admin/privacy.md"


def lines(cast: Cast, name: str) -> list[tuple[str, str]]:
    kept = next(one for one in kept_about(cast.bram) if one.about.name == name)
    return [(line.what, line.value) for line in kept.lines]


def test_a_visitor_is_sent_to_the_door(client: Client, db: None) -> None:
    for name in ("mine", "address", "download", "erase"):
        assert client.get(reverse(f"privacy:{name}"))["Location"].startswith("/aanmelden/")


def test_the_page_says_what_is_kept_and_why(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    page = unescape(client.get("/ik/").text)
    assert "bram@voorbeeld.test" in page
    for one in all_holdings():
        assert str(one.label) in page
        assert str(one.kept) in page
    assert any("Proefdorp" in what for what, _since in lines(cast, "partners"))


def test_the_page_holds_nothing_of_somebody_else(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    page = client.get("/ik/?toon=alles").text
    for other in (cast.amina, cast.celia, cast.daan):
        assert str(other.email) not in page


def test_lines_are_read_when_they_are_asked_for(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    first = dict(lines(cast, "people"))
    one, every = client.get("/ik/?toon=people").text, client.get("/ik/?toon=alles").text
    for what in first:
        assert f"<dt>{what}</dt>" in one
        assert f"<dt>{what}</dt>" in every
    assert "<dt>" not in client.get("/ik/").text
    member = next(what for what, _since in lines(cast, "partners"))
    assert member not in one
    assert member in unescape(every)


def test_the_page_takes_few_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    with CaptureQueriesContext(connection) as queries:
        client.get("/ik/")
    assert len(queries) <= 5


def test_a_name_is_corrected_and_the_journal_holds_neither(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert client.post("/ik/", {"name": ""}).status_code == 422
    client.post("/ik/", {"name": "Bram Peeters"})
    cast.bram.refresh_from_db()
    assert cast.bram.name == "Bram Peeters"
    entry = Entry.objects.get(verb="privacy.name_changed")
    assert (entry.actor, entry.data) == (cast.bram, {})


def test_an_address_changes_only_by_the_link_to_the_new_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    client.post("/ik/adres/", {"email": "bram.nieuw@voorbeeld.test"})
    link = link_in(last_mail_to("bram.nieuw@voorbeeld.test"), "/ik/adres/")
    stranger = Client()
    assert "bram.nieuw@voorbeeld.test" in stranger.get(link).text
    cast.bram.refresh_from_db()
    assert cast.bram.email == "bram@voorbeeld.test"
    stranger.post(link)
    cast.bram.refresh_from_db()
    assert cast.bram.email == "bram.nieuw@voorbeeld.test"
    assert mails_to("bram@voorbeeld.test")[-1].kind == "privacy.address_changed"
    assert stranger.get(link).status_code == 410
    Client().post("/aanmelden/", {"email": "bram@voorbeeld.test"})
    assert mails_to("bram@voorbeeld.test")[-1].kind == "signin.unknown"


def test_an_address_of_somebody_else_is_told_only_to_who_holds_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    taken = client.post("/ik/adres/", {"email": "Amina@voorbeeld.test"}).text
    free = client.post("/ik/adres/", {"email": "vrij@voorbeeld.test"}).text
    token = re.compile(r'value="[A-Za-z0-9]{64}"')
    assert token.sub("", taken.replace("Amina@", "x@")) == token.sub("", free.replace("vrij@", "x@"))
    answer = Client().post(link_in(last_mail_to("Amina@voorbeeld.test"), "/ik/adres/"))
    assert answer.status_code == 409
    cast.bram.refresh_from_db()
    assert cast.bram.email == "bram@voorbeeld.test"


def test_the_address_asks_for_a_fresh_sign_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert client.get("/ik/adres/")["Location"] == reverse("signin:again")


def test_the_download_holds_the_same_twice(client: Client, cast: Cast) -> None:
    seat = cast.bram.tenures.get().seat
    partners.leave_note(seat=seat, text="Bel de <fanfare>", actor=cast.bram)
    client.force_login(cast.bram)
    answer = client.get("/ik/gegevens.zip")
    assert "no-cache" in answer["Cache-Control"]
    bundle = zipfile.ZipFile(io.BytesIO(answer.content))
    assert bundle.namelist() == ["gegevens.html", "gegevens.json"]
    data = json.loads(bundle.read("gegevens.json"))
    assert [one["name"] for one in data["kept"]] == [one.name for one in all_holdings()]
    notes = [item["value"] for one in data["kept"] for item in one["items"]]
    assert "Bel de <fanfare>" in notes
    assert "Bel de &lt;fanfare&gt;" in bundle.read("gegevens.html").decode()


def test_the_register_names_every_holding() -> None:
    text = REGISTER.read_text()
    names = {one.name for one in all_holdings()}
    section = text.split("## What is kept")[1].split("## How long")[0]
    assert {line.split("`")[1] for line in section.splitlines() if line.startswith("| `")} == names
