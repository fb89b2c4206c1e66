"""What takes a while is made by the worker, and followed by who asked for it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.files import nightly, storing
from groeimodel.foundation.jobs import worker
from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.jobs.services import take as take_job
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.testing.cast import Cast
from groeimodel.showcase.documents import making, services, tasks
from groeimodel.showcase.documents.models import Order
from groeimodel.showcase.documents.services import Wish
from groeimodel.showcase.documents.tests.records import NOW, record_all
from groeimodel.showcase.documents.wishes import Made, Step, Wanted
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain

pytestmark = pytest.mark.django_db
NOTES = Wish("collegenotas", "zip", period="2026")
LIST = "/igs/testland/papier/"


def ask(cast: Cast, wish: Wish = NOTES, actor: Person | None = None) -> Order:
    with scope(partnership=cast.partnership):
        return services.order(partnership=cast.partnership, wish=wish, actor=actor or cast.bram)


def again(order: Order) -> Order:
    with scopes_disabled():
        return Order.objects.select_related("partnership").get(pk=order.pk)


def page(order: Order, what: str = "") -> str:
    return f"{LIST}{order.pk}/{what}"


def work() -> None:
    """All jobs of documents, however many others there are."""
    while (job := take_job()) is not None:
        worker.carry_out(job)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The note is made in no time; how often is told. The rest of the way is the real one."""
    made: list[str] = []

    def note(wanted: Wanted, form: str, tell: Step) -> bytes:
        made.append(wanted.municipality.name if wanted.municipality else "")
        return b"nota"

    monkeypatch.setitem(making.MAKERS, "collegenota", note)
    return made


def test_asked_followed_made_and_taken_along(client: Client, cast: Cast) -> None:
    record_all(cast)
    client.force_login(cast.bram)
    asked = client.post(f"{LIST}vraag/", {"document": "collegenotas", "form": "zip", "tijd": "2026"})
    order = _only()
    assert asked.headers["Location"] == page(order)
    waiting = client.get(page(order)).content.decode()
    assert "Wacht op zijn beurt" in waiting
    assert "Kijk opnieuw" in waiting
    assert "<progress" in waiting
    work()
    ready = client.get(page(order)).content.decode()
    assert "Klaar" in ready
    assert "Kijk opnieuw" not in ready
    assert "hx-get" not in ready
    taken = client.get(page(order, "bestand/"))
    assert taken["Content-Disposition"].startswith('attachment; filename="collegenotas-testland-2026.zip"')
    names = ZipFile(BytesIO(b"".join(taken.streaming_content))).namelist()  # type: ignore[attr-defined]
    assert "collegenota-proefdorp-2026.pdf" in names
    assert "collegenota-buurdorp-2026.pdf" in names
    assert "lees-mij.txt" in names
    assert "Neem mee" in client.get(LIST).content.decode()


def _only() -> Order:
    with scopes_disabled():
        return Order.objects.select_related("partnership").get()


def test_progress_is_told_while_it_is_made(
    cast: Cast, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    order, seen = ask(cast), []
    real = services.tell_step

    def watch(pk: int, progress: int, step: str) -> bool:
        told = real(pk, progress, step)
        seen.append((again(order).progress, again(order).step))
        return told

    monkeypatch.setattr(services, "tell_step", watch)
    work()
    assert [n for n, _step in seen] == sorted(n for n, _step in seen)
    assert seen[0][1].startswith("Nota van Buurdorp: bestand 1 van ")
    assert again(order).progress == 100


def test_stopped_halfway_leaves_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    order = ask(cast)

    def note(wanted: Wanted, form: str, tell: Step) -> bytes:
        services.stop(order=again(order), actor=cast.bram)
        return b"nota"

    monkeypatch.setitem(making.MAKERS, "collegenota", note)
    before = set(storing.everything())
    work()
    assert again(order).state == "stopped"
    assert set(storing.everything()) == before
    assert not Job.objects.filter(kind=services.JOB, done_at=None).exists()


def test_two_workers_make_one_file(cast: Cast, quick: list[str]) -> None:
    """The lease of the first ends while it works: the second makes it too, and only one file stays."""
    order = ask(cast)
    with scopes_disabled():
        first, second = services.begin(order.pk), services.begin(order.pk)
    assert first is not None
    assert second is not None
    before = set(storing.everything())
    with scopes_disabled():
        assert services.finish(second, b"een") is True
        assert services.finish(first, b"twee") is False
    assert len(set(storing.everything()) - before) == 1
    with storing.storage().open(again(order).path) as kept:
        assert kept.read() == b"een"
    work()
    assert quick == [], "the job finds it made"


def test_what_fails_is_tried_again_and_then_said_in_words(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(wanted: Wanted, form: str, tell: Step) -> bytes:
        raise RuntimeError("geheim")

    monkeypatch.setitem(making.MAKERS, "collegenota", broken)
    order = ask(cast)
    for hours in range(4):
        with time_machine.travel(NOW + timedelta(hours=hours), tick=False):
            work()
    assert again(order).state == "failed"
    client.force_login(cast.bram)
    said = client.get(page(order)).content.decode()
    assert "Dit lukte niet" in said
    assert "Wat genoteerd is, is veilig" in said
    assert "geheim" not in said
    monkeypatch.setitem(making.MAKERS, "collegenota", lambda wanted, form, tell: b"nota")
    client.post(page(order, "opnieuw/"))
    work()
    assert again(order).state == "done"


def test_the_same_records_are_not_made_twice(cast: Cast, quick: list[str]) -> None:
    order = ask(cast)
    work()
    assert ask(cast) == order, "also after it was asked for, which is written in the journal itself"
    assert ask(cast, Wish("collegenotas", "zip")) != order, "another period is another document"
    with scope(partnership=cast.partnership):
        gain = Gain(cast.municipality, "Nieuw", timezone.localdate())
        harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)
    assert ask(cast) != order, "something was recorded since"


def test_nobody_waits_for_more_than_three(cast: Cast) -> None:
    for period in ("2026", "2025", "2024"):
        ask(cast, Wish("collegenotas", "zip", period=period))
    with pytest.raises(ValidationError, match="Wacht tot er een klaar is"):
        ask(cast, Wish("collegenotas", "zip", period="2023"))


@pytest.mark.parametrize(
    "wish",
    [Wish("collegenota", "pdf"), Wish("collegenotas", "exe"), Wish("geheim", "zip"), Wish("alles", "zip")],
)
def test_what_cannot_be_asked_for(cast: Cast, wish: Wish) -> None:
    """Made at once, no such file, no such document, and without the municipality that it needs."""
    with pytest.raises(ValidationError):
        ask(cast, wish)


def test_only_who_asked_may_take_it(client: Client, cast: Cast, quick: list[str]) -> None:
    order = ask(cast)
    work()
    for who in (cast.amina, cast.finn, cast.celia, cast.daan):
        client.force_login(who)
        for what in ("", "stand/", "bestand/"):
            assert client.get(page(order, what)).status_code == 403
        assert client.post(page(order, "stop/")).status_code == 403
    assert again(order).state == "done"
    with pytest.raises(PermissionDenied), scope(partnership=cast.partnership):
        services.stop(order=order, actor=cast.daan)


def test_who_left_gets_nothing_any_more(client: Client, cast: Cast, quick: list[str]) -> None:
    order = ask(cast)
    seat = Tenure.objects.get(person=cast.bram).seat
    partners.empty_seat(membership=seat.membership, role=seat.role, on=timezone.localdate())
    work()
    assert again(order).state == "failed"
    client.force_login(cast.bram)
    assert client.get(page(order)).status_code == 403


def test_guests_and_outsiders_may_not_ask(cast: Cast) -> None:
    partners.appoint(partnership=cast.partnership, person=cast.daan, kind="guest", since=timezone.localdate())
    with pytest.raises(PermissionDenied):
        ask(cast, actor=cast.daan)


def test_after_a_week_it_is_gone_with_its_file(cast: Cast, quick: list[str]) -> None:
    order = ask(cast)
    work()
    path = again(order).path
    for days, there in ((2, True), (7, True), (8, False)):
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            nightly.sweep()
            with _committed():
                tasks.forget()
            with scopes_disabled():
                assert Order.objects.filter(pk=order.pk).exists() is there
            assert storing.storage().exists(path) is there


def _committed() -> Any:
    from django.test import TestCase

    return TestCase.captureOnCommitCallbacks(execute=True)


def test_erasure_takes_orders_and_files_along(cast: Cast, quick: list[str]) -> None:
    order = ask(cast)
    work()
    path = again(order).path
    holding = next(one for one in all_holdings() if one.name == "documents")
    assert [one.value for one in holding.lines(cast.bram)] == ["Testland: Alle nota’s aan de colleges"]
    with _committed():
        holding.erase(cast.bram)
    with scopes_disabled():
        assert not Order.objects.exists()
    assert not storing.storage().exists(path)


def test_without_a_worker_the_page_says_so(client: Client, cast: Cast) -> None:
    order = ask(cast)
    client.force_login(cast.bram)
    assert "draait niet" not in client.get(page(order)).content.decode()
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        assert "draait niet" in client.get(page(order, "stand/")).content.decode()


def test_a_municipality_that_merged_meanwhile_gets_the_document_of_today(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def watch(key: str, form: str, wanted: Wanted, tell: Step) -> Made:
        seen.append(wanted.municipality)
        return Made(b"zip", "x", "y")

    monkeypatch.setattr(tasks, "make", watch)
    ask(cast, Wish("alles", "zip", cast.municipality, "2026"))
    cast.municipality.merged_into = cast.neighbour
    cast.municipality.save()
    work()
    assert seen == [cast.neighbour]


def test_the_same_is_made_anew_on_another_day(cast: Cast, quick: list[str]) -> None:
    """What is recorded stayed the same, but today's stand and what comes did not."""
    with time_machine.travel(NOW, tick=False):
        first = ask(cast)
        work()
        assert ask(cast).pk == first.pk
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert ask(cast).pk != first.pk
