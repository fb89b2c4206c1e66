"""Documents beside rows: who may add, see and take away, and what goes when the row goes."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import override_settings
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from groeimodel.filestore import file_store
from groeimodel.foundation.files import nightly, selectors, services, storing
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.tests.kit import docx, pdf, photo, upload
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast


def kept(cast: Cast, who: str = "bram", content: bytes = b"", name: str = "Verslag.pdf") -> Document:
    return services.keep(
        subject=cast.partnership, upload=upload(content or pdf(), name), actor=getattr(cast, who)
    )


def there(path: str) -> bool:
    return storing.storage().exists(path)


def test_a_document_says_what_it_is(cast: Cast) -> None:
    one = kept(cast, content=docx(), name="..\\map\\Reglement fuifzaal.docx")
    assert (one.label, one.suffix, one.size) == ("Reglement fuifzaal", "docx", len(docx()))
    with storing.storage().open(one.path) as file:
        assert file.read() == docx()
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.municipality, entry.actor) == ("files.added", cast.municipality, cast.bram)
    assert "Reglement" not in str(entry.data)


def test_a_photo_gets_a_small_one(cast: Cast) -> None:
    one = kept(cast, content=photo())
    assert (one.width, one.height, one.content_type) == (2000, 1000, "image/jpeg")
    assert there(one.thumb)


@pytest.mark.parametrize("who", ["daan"])
def test_an_outsider_adds_nothing(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        kept(cast, who)


def test_a_row_that_no_room_accepts_documents_beside(cast: Cast) -> None:
    with pytest.raises(LookupError), scope(partnership=cast.partnership):
        services.keep(subject=Entry(partnership=cast.partnership), upload=upload(pdf()), actor=None)


@override_settings(FILES_MOST_BYTES=40)
def test_too_large(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="groter dan"):
        kept(cast)
    with scopes_disabled():
        assert not Document.objects.exists()


@pytest.mark.parametrize(("who", "may"), [("bram", True), ("finn", True), ("amina", False), ("celia", False)])
def test_who_takes_away(
    cast: Cast, who: str, may: bool, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    one = kept(cast, content=photo())
    with django_capture_on_commit_callbacks(execute=True):
        if may:
            services.remove(document=one, actor=getattr(cast, who))
        else:
            with pytest.raises(PermissionDenied):
                services.remove(document=one, actor=getattr(cast, who))
    assert there(one.path) is not may
    assert there(one.thumb) is not may


def test_many_rows_in_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        kept(cast, name=f"{number}.pdf")
    with scope(partnership=cast.partnership), django_assert_num_queries(1):
        found = selectors.documents_by([cast.partnership])
    assert [one.label for one in found[cast.partnership.pk]] == ["2", "1", "0"]


def test_the_sweep_finds_what_belongs_to_nothing(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    stays, row_gone = kept(cast), kept(cast)
    with scopes_disabled():
        Document.objects.filter(pk=row_gone.pk).update(key=999_999)
    stray = storing.put("1/ab/zwerver.pdf", upload(pdf()))
    with django_capture_on_commit_callbacks(execute=True):
        assert nightly.rows_without_subject() == 1
    assert not there(row_gone.path)
    assert nightly.files_without_row(timezone.now() - timedelta(days=1)) == 0, "it may be of a form of now"
    nightly.files_without_row(timezone.now() + timedelta(minutes=1))
    assert not there(stray)
    assert there(stays.path)


def test_on_disk_nobody_else_reads_it(cast: Cast, tmp_path: Path) -> None:
    with override_settings(STORAGES={"files": file_store("", tmp_path / "files")}):
        one = kept(cast)
        path = tmp_path / "files" / one.path
        assert path.read_bytes() == pdf()
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0
        assert list(storing.everything()) == [one.path]


def test_the_day_it_was_put_there_can_be_told(cast: Cast) -> None:
    at = timezone.make_aware(datetime(2026, 2, 3, 12))  # noqa: DTZ001
    one = services.keep(subject=cast.partnership, upload=upload(pdf()), actor=None, at=at)
    assert one.uploaded_at.date() == date(2026, 2, 3)
    assert Entry.objects.latest("pk").at == at
