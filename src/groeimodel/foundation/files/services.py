"""Every write of documents. `actor` None is the system itself: the example data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scope

from groeimodel.foundation.files import limits, naming, pictures, recognising, scanning, storing, subjects
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.removing import remove_beside, remove_rows
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


def keep(
    *,
    subject: Any,
    upload: UploadedFile[bytes],
    label: str = "",
    actor: Person | None,
    alt: str = "",
    at: datetime | None = None,
) -> Document:
    """Put a document beside a row, after looking at what it really is. Without a label it keeps the file's own name.

    Raises:
        PermissionDenied: the actor may not add documents, or not beside this row.
        ValidationError: too large, of a kind that is not kept, or damaged; the text says what to do.
        LookupError: no room accepts documents beside such a row.
    """
    partnership = subjects.partnership_of(subject)
    require(actor, "files.add", partnership)
    require(actor, subjects.accepted(subject).add, subject)
    if (upload.size or 0) > limits.most_bytes():
        raise ValidationError(too_large())
    name = naming.safe_label(label or upload.name or "")
    document = Document(
        partnership=partnership,
        subject=subjects.kind_of(subject),
        key=subject.pk,
        label=name or _("document"),
        alt=alt.strip()[:200],
        uploaded_by=actor,
        uploaded_at=at or timezone.now(),
    )
    kept = _store(document, upload)
    try:
        _write(document, actor, at)
    except BaseException:
        storing.discard(kept)
        raise
    return document


@transaction.atomic
def _write(document: Document, actor: Person | None, at: datetime | None) -> None:
    with scope(partnership=document.partnership):
        document.save()
    _note("files.added", document, actor=actor, at=at)


def _note(verb: str, document: Document, *, actor: Person | None, at: datetime | None = None) -> None:
    """With the municipality that the actor speaks for, and what kind of row it lay beside."""
    record(
        verb,
        partnership=document.partnership,
        actor=actor,
        municipality=_speaks_for(actor, document.partnership),
        subject=document,
        data={"beside": document.subject, "key": document.key, "size": document.size},
        at=at,
    )


def _speaks_for(actor: Person | None, partnership: Partnership) -> Municipality | None:
    return home_of(actor, partnership) if actor is not None else None


def _store(document: Document, upload: UploadedFile[bytes]) -> list[str]:
    """Keep what is in it, and say on the row what it is; the paths that were written."""
    what = recognising.recognise(upload, upload.name or "")
    scanning.look_through(upload)
    if not what.picture:
        document.suffix, document.content_type = what.suffix, what.content_type
        document.size, document.sha256 = upload.size or 0, storing.digest(upload)
        document.path = storing.put(storing.new_path(document.partnership_id, what.suffix), upload)
        return [document.path]
    picture = pictures.made_anew(upload)
    content = ContentFile(picture.content)
    document.suffix, document.content_type = picture.suffix, picture.content_type
    document.width, document.height = picture.width, picture.height
    document.size, document.sha256 = len(picture.content), storing.digest(content)
    document.path = storing.put(storing.new_path(document.partnership_id, picture.suffix), content)
    small = storing.new_path(document.partnership_id, "webp")
    document.thumb = storing.put(small, ContentFile(picture.thumb))
    return [document.path, document.thumb]


def too_large() -> str:
    """What to do about a file that is too large."""
    most = limits.most_bytes() // (1024 * 1024)
    words = _(
        "Dit bestand is groter dan %(most)s MB. Maak het kleiner (in een pdf: 'kleinste bestand'), "
        "of zet een link naar je eigen gedeelde map."
    )
    return words % {"most": most}


@transaction.atomic
def remove(*, document: Document, actor: Person | None) -> None:
    """Take a document away for good, by whoever put it there or coordinates."""
    require(actor, "files.remove", document)
    _note("files.removed", document, actor=actor)
    with scope(partnership=document.partnership):
        remove_rows(Document.objects.filter(pk=document.pk))


@transaction.atomic
def forget(*, subject: Any) -> int:
    """For a room that removes one of its rows itself: everything beside it goes along; how many."""
    return remove_beside(subjects.kind_of(subject), [subject.pk])
