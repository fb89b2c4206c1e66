"""While a backup runs, what a snapshot may name stays in storage; after it, the nightly sweep takes it away."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.backup import selectors, services
from groeimodel.foundation.backup.models import Backup
from groeimodel.foundation.files import services as files
from groeimodel.foundation.files import storing
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.nightly import sweep
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    from groeimodel.foundation.testing.cast import make_cast

    return make_cast()


def kept(cast: Cast) -> Document:
    upload: SimpleUploadedFile = SimpleUploadedFile("verslag.txt", b"Dag allemaal")
    return files.keep(subject=cast.partnership, upload=upload, actor=cast.finn)


def there(document: Document) -> bool:
    return storing.storage().exists(document.path)


def begun() -> Backup:
    backup = services.begin(name="x.tar")
    assert backup is not None
    return backup


def test_without_a_backup_a_file_goes_at_once(cast: Cast) -> None:
    document = kept(cast)
    files.remove(document=document, actor=cast.finn)
    assert not there(document)


def test_while_one_runs_it_stays_and_the_night_after_takes_it(cast: Cast) -> None:
    document, backup = kept(cast), begun()
    files.remove(document=document, actor=cast.finn)
    with scopes_disabled():
        assert not Document.objects.exists(), "nobody sees it any more"
    with time_machine.travel(timezone.now() + timedelta(hours=20), tick=False):
        sweep()
        assert there(document)
    services.let_go(backup=backup)
    with time_machine.travel(timezone.now() + timedelta(hours=30), tick=False):
        sweep()
    assert not there(document)


def test_one_that_was_killed_holds_no_longer_than_a_day(cast: Cast) -> None:
    document, _ = kept(cast), begun()
    files.remove(document=document, actor=cast.finn)
    with time_machine.travel(timezone.now() + services.HOLDS + timedelta(minutes=1), tick=False):
        assert not selectors.one_runs()
        sweep()
    assert not there(document)


def test_only_what_was_finished_counts_as_made(cast: Cast) -> None:
    services.let_go(backup=begun())
    assert selectors.last_made() is None
    assert not Backup.objects.exists()
    backup = begun()
    services.finish(backup=backup, size=10, documents=2, missing=0)
    services.let_go(backup=backup)
    last = selectors.last_made()
    assert last is not None
    assert (last.name, last.size, last.documents) == ("x.tar", 10, 2)
    assert not selectors.one_runs()


def test_traces_are_not_kept_for_ever(cast: Cast) -> None:
    backup = begun()
    services.finish(backup=backup, size=1, documents=0, missing=0)
    with time_machine.travel(timezone.now() + services.KEEP_TRACES + timedelta(days=1), tick=False):
        begun()
    assert Backup.objects.count() == 1
