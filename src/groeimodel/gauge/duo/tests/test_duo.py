"""The duo (claim P15): both answer apart, both open at the same moment, and nobody else ever sees it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.asks import Here
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.gauge.duo import services, tasks
from groeimodel.gauge.duo.asking import asks_of
from groeimodel.gauge.duo.models import Duo, Pact, Side
from groeimodel.gauge.duo.personal import erase, lines_of
from groeimodel.gauge.duo.services import OpenAlready, Said

pytestmark = pytest.mark.django_db
HERS, HIS = "Zeg mij op tijd wat er speelt", "Vier uur per week, en rugdekking"


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def begin(cast: Cast) -> tuple[Side, Side]:
    duo = services.start(partnership=cast.partnership, municipality=cast.municipality, actor=cast.bram)
    return side_of(duo, cast.amina), side_of(duo, cast.bram)


def side_of(duo: Duo, who: Person) -> Side:
    return Side.objects.select_related("duo__partnership", "duo__municipality").get(duo=duo, person=who)


def fill(side: Side, text: str) -> None:
    services.keep(side=side, said=Said({"from-you": text}, {"time": 5}, {"time": 2}))


def both_done(cast: Cast) -> tuple[Side, Side]:
    hers, his = begin(cast)
    fill(hers, HERS)
    fill(his, HIS)
    services.finish(side=hers)
    services.finish(side=his)
    return side_of(hers.duo, cast.amina), side_of(hers.duo, cast.bram)


def page(client: Client, side: Side) -> str:
    answer = client.get(reverse("duo:side", args=[side.token]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_starts_and_both_get_a_link_of_their_own(cast: Cast) -> None:
    hers, his = begin(cast)
    mails = {one.address: one.text for one in OutgoingMail.objects.filter(kind="duo.ask")}
    assert set(mails) == {cast.amina.email, cast.bram.email}
    assert hers.token in mails[str(cast.amina.email)]
    assert his.token not in mails[str(cast.amina.email)]


def test_before_both_are_done_nobody_reads_the_other(cast: Cast, client: Client) -> None:
    hers, his = begin(cast)
    fill(hers, HERS)
    fill(his, HIS)
    assert HERS not in page(client, his)
    services.finish(side=hers)
    assert HERS not in page(client, his)
    waiting = page(client, hers)
    assert HIS not in waiting
    assert "nog niet" in waiting


@pytest.mark.claim("P15")
def test_the_moment_both_are_done_both_open_to_both(cast: Cast, client: Client) -> None:
    hers, his = begin(cast)
    fill(hers, HERS)
    fill(his, HIS)
    assert services.finish(side=hers) is False
    assert services.finish(side=his) is True
    for side in (hers, his):
        text = page(client, side)
        assert HERS in text
        assert HIS in text
    told = OutgoingMail.objects.filter(kind="duo.ask", subject="Jullie zijn allebei klaar")
    assert [one.address for one in told] == [cast.amina.email]


def test_after_opening_nothing_changes(cast: Cast, client: Client) -> None:
    hers, his = both_done(cast)
    for late in (
        lambda: fill(hers, "Iets anders"),
        lambda: services.finish(side=his),
        lambda: services.reconsider(side=his),
    ):
        with pytest.raises(OpenAlready):
            late()
    answer = client.post(reverse("duo:reconsider", args=[hers.token]), follow=True)
    assert HERS in answer.content.decode()


def test_until_then_one_may_reconsider(cast: Cast, client: Client) -> None:
    hers, his = begin(cast)
    fill(hers, HERS)
    services.finish(side=hers)
    client.post(reverse("duo:reconsider", args=[hers.token]))
    fill(his, HIS)
    assert services.finish(side=his) is False
    assert side_of(hers.duo, cast.amina).done_at is None


def test_nobody_else_sees_it(cast: Cast, client: Client) -> None:
    admin = Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer")
    before = Entry.objects.count()
    hers, _his = both_done(cast)
    assert Entry.objects.count() == before, "not even that it took place is written in the journal"
    own = reverse("duo:own", args=[cast.partnership.slug])
    for other in (cast.finn, cast.els, cast.daan, admin):
        client.force_login(other)
        assert client.get(own).status_code == 403
    client.force_login(cast.celia)
    assert hers.token not in client.get(own).content.decode()
    client.force_login(admin)
    assert "/duo/" not in client.get("/beheer/").content.decode()
    assert not any(HERS in line.value for line in lines_of(cast.bram))
    client.force_login(cast.amina)
    assert hers.token in client.get(own).content.decode()


def test_only_the_two_begin_it_and_both_must_be_there(cast: Cast) -> None:
    for other in (cast.finn, cast.celia, cast.daan):
        with pytest.raises(PermissionDenied):
            services.start(partnership=cast.partnership, municipality=cast.municipality, actor=other)
    with pytest.raises(ValidationError, match="twee nodig"):
        services.start(partnership=cast.partnership, municipality=cast.neighbour, actor=cast.celia)
    begin(cast)
    with pytest.raises(ValidationError, match="loopt al"):
        begin(cast)


@pytest.mark.claim("P15")
def test_what_they_agree_and_what_comes_along_next_time(cast: Cast, client: Client) -> None:
    hers, his = begin(cast)
    with pytest.raises(ValidationError):
        services.agree(side=hers, text="Te vroeg", who="both", due=None)
    fill(hers, HERS)
    fill(his, HIS)
    services.finish(side=hers)
    services.finish(side=his)
    address = reverse("duo:agree", args=[hers.token])
    client.post(address, {"text": "Elke maandag bellen", "who": "both", "due": "2030-01-01"})
    client.post(address, {"text": "Uren vragen op het college", "who": "alderman"})
    first, second = Pact.objects.order_by("pk")
    assert first.due == date(2030, 1, 1)
    client.post(reverse("duo:tick", args=[his.token, first.pk]))
    first.refresh_from_db()
    assert first.done_at is not None
    assert client.post(address, {"text": "", "who": "both"}).status_code == 422
    services.start(partnership=cast.partnership, municipality=cast.municipality, actor=cast.amina)
    second.refresh_from_db()
    assert second.duo_id != hers.duo_id
    assert HERS in page(client, hers), "the old one stays readable for both"


def test_a_pact_of_others_cannot_be_ticked(cast: Cast, client: Client) -> None:
    hers, _his = both_done(cast)
    other = Duo.objects.create(partnership=cast.partnership, municipality=cast.neighbour)
    theirs = Pact.objects.create(duo=other, text="Van hen")
    client.post(reverse("duo:tick", args=[hers.token, theirs.pk]))
    theirs.refresh_from_db()
    assert theirs.done_at is None


def test_who_comes_after_does_not_read_what_was_said(cast: Cast, client: Client) -> None:
    hers, _his = both_done(cast)
    later = person("Ida")
    membership = Membership.objects.get(partnership=cast.partnership, municipality=cast.municipality)
    partners.fill_seat(membership=membership, role="alderman", person=later, since=timezone.localdate())
    client.force_login(later)
    assert hers.token not in client.get(reverse("duo:own", args=[cast.partnership.slug])).content.decode()
    services.start(partnership=cast.partnership, municipality=cast.municipality, actor=later)
    assert Side.objects.filter(person=later).count() == 1


def test_one_reminder_and_an_ask(cast: Cast) -> None:
    hers, his = begin(cast)
    fill(his, HIS)
    services.finish(side=his)
    Duo.objects.update(started_at=timezone.now() - timedelta(days=8))
    before = OutgoingMail.objects.count()
    with scopes_disabled():
        tasks.remind()
        tasks.remind()
    assert OutgoingMail.objects.count() == before + 1
    here = Here(cast.amina, cast.partnership, parts_in(cast.amina, cast.partnership), timezone.localdate())
    assert [one.url for one in asks_of(here)] == [reverse("duo:side", args=[hers.token])]


def test_erasing_takes_the_words_of_one(cast: Cast) -> None:
    hers, his = both_done(cast)
    erase(cast.amina)
    assert side_of(hers.duo, cast.amina).words == {}
    assert side_of(his.duo, cast.bram).words == {"from-you": HIS}


def test_the_form_keeps_and_refuses_kindly(cast: Cast, client: Client) -> None:
    hers, _his = begin(cast)
    address = reverse("duo:side", args=[hers.token])
    client.post(address, {"words-from-you": HERS, "importance-time": "4", "going-time": "9"})
    kept = side_of(hers.duo, cast.amina)
    assert (kept.words, kept.importance, kept.going) == ({"from-you": HERS}, {"time": 4}, {})
    long = client.post(address, {"words-from-you": "x" * 601, "done": "1"})
    assert long.status_code == 422
    assert "x" * 601 in long.content.decode(), "what was typed is not lost"
    empty = begin_empty(cast, client, hers)
    assert empty == 422
    assert client.get(reverse("duo:side", args=["onzin"])).status_code == 404


def begin_empty(cast: Cast, client: Client, side: Side) -> int:
    services.keep(side=side, said=Said({}, {}, {}))
    return client.post(reverse("duo:side", args=[side.token]), {"done": "1"}).status_code
