"""The database goes away in the middle of a visit: a plain page says so, and what became of what was sent."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.test import Client, RequestFactory

from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.watch import away
from groeimodel.foundation.watch.seen import Seen

THEMES = "/igs/testland/themas/"


class Gone:
    """Stands in for psycopg's error of a server that stops."""

    def __init__(self, *, after: int = 0, sign: str = "") -> None:
        self.left, self.sign = after, sign

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if self.sign in str(sql):
            self.left -= 1
        if self.left < 0:
            raise lost("57P01")
        return execute(sql, params, many, context)


class Psycopg(Exception):
    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


def lost(sqlstate: str | None) -> OperationalError:
    error = OperationalError("terminating connection due to administrator command")
    error.__cause__ = Psycopg(sqlstate)
    return error


@pytest.fixture
def visitor(cast: Cast) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.finn)
    return client


@pytest.mark.parametrize("sqlstate", [None, "57P01", "57P03", "08006", "53300"])
def test_errors_that_say_that_the_database_is_away(sqlstate: str | None) -> None:
    assert away.is_away(lost(sqlstate))
    wrapped = ValueError("while a page was made")
    wrapped.__context__ = lost(sqlstate)
    assert away.is_away(wrapped)
    assert away.is_away(InterfaceError("connection already closed"))


@pytest.mark.parametrize("sqlstate", ["40P01", "55P03", "57014", "42P01"])
def test_errors_about_something_else(sqlstate: str) -> None:
    assert not away.is_away(lost(sqlstate))
    assert not away.is_away(DatabaseError("relation does not exist"))
    assert not away.is_away(None)


def test_sqlite_that_is_busy_or_cannot_be_opened() -> None:
    def of_sqlite(name: str) -> OperationalError:
        error, cause = OperationalError("x"), sqlite3.OperationalError("x")
        cause.sqlite_errorname = name
        error.__cause__ = cause
        return error

    assert away.is_away(of_sqlite("SQLITE_BUSY"))
    assert away.is_away(of_sqlite("SQLITE_CANTOPEN"))
    assert not away.is_away(of_sqlite("SQLITE_ERROR"))


@pytest.mark.parametrize("path", ["/", THEMES, "/aanmelden/", "/ik/", "/beheer/"])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_page_says_so_and_asks_the_database_nothing(visitor: Client, path: str, after: int) -> None:
    with connection.execute_wrapper(Gone(after=after)):
        answer = visitor.get(path)
    if answer.status_code in (200, 302):
        assert after, "this page asks fewer queries"
        return
    assert answer.status_code == 503
    assert answer["Retry-After"] == "10"
    assert answer["Cache-Control"] == "no-store"
    assert "Even niet bereikbaar" in answer.text
    assert "Probeer opnieuw" in answer.text
    assert "is niet bewaard" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.django_db(
    transaction=True
)  # an error inside a transaction of the test's own would spoil that one
def test_what_was_sent_before_anything_was_written_is_not_kept(visitor: Client) -> None:
    before = Entry.objects.count()
    with connection.execute_wrapper(Gone(sign="INSERT INTO")):
        answer = visitor.post(THEMES, {"title": "Zwemmen"})
    assert answer.status_code == 503
    assert "Wat je net verstuurde, is niet bewaard." in answer.text
    assert Entry.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_what_was_sent_and_perhaps_written_is_not_sure(visitor: Client, settings: Any) -> None:
    """The theme is written for good; then the session, which is saved last of all, fails."""
    settings.SESSION_SAVE_EVERY_REQUEST = True
    before = Entry.objects.count()
    with connection.execute_wrapper(Gone(sign='UPDATE "django_session"')):
        answer = visitor.post(THEMES, {"title": "Zwemmen"})
    assert answer.status_code == 503, answer.status_code
    assert "We weten niet zeker" in answer.text
    assert Entry.objects.count() > before


def test_an_answer_to_a_commit_that_did_not_come_is_not_sure(rf: RequestFactory) -> None:
    def _commit(error: OperationalError) -> None:
        raise error

    request = rf.post(THEMES)
    request.seen = Seen(request, "0" * 16)  # type: ignore[attr-defined]
    with pytest.raises(OperationalError) as error:
        _commit(lost("08006"))
    assert away.outcome(request, error.value) == "unsure"
    assert away.outcome(request, lost("08006")) == "none"
    assert away.outcome(rf.get(THEMES), lost("08006")) == ""


@pytest.mark.django_db(transaction=True)
def test_only_what_was_written_for_good_counts_as_kept(rf: RequestFactory) -> None:
    request = rf.post(THEMES)
    for good in (True, False):
        seen = Seen(request, "0" * 16)
        with connection.execute_wrapper(seen.count), transaction.atomic():
            Job.objects.filter(pk=-1).delete()
            with connection.cursor() as cursor:
                cursor.execute("UPDATE jobs_job SET tries = 0 WHERE id = -1")
            assert [seen.kept] == [False]
            transaction.set_rollback(not good)
        assert [seen.kept] == [good]


def test_an_error_of_ours_stays_an_error(visitor: Client) -> None:
    def broken(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "themes_theme" in str(sql):
            raise DatabaseError("relation does not exist")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(broken):
        assert visitor.get(THEMES).status_code == 500
