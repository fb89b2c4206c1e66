"""Every write of the content desk. `actor` None is the system itself: the example data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.addresses import Values
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.support.texts import serving
from groeimodel.support.texts.checking import BROUGHT, asks_meaning, problems_of
from groeimodel.support.texts.models import Change, Draft, Shipped, Version
from groeimodel.support.texts.pieces import Piece, piece_of, pieces
from groeimodel.support.texts.selectors import (
    Working,
    brought,
    changes_of,
    digest_of,
    in_force,
    next_number,
    over,
    shipped_values,
)

EDIT = "texts.edit"
LONGEST = 2000
"""Characters of one text."""
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Stale(Exception):
    """Somebody else changed these texts in the meantime. Nothing was written."""


def tidy(text: str) -> str:
    """One line: line ends, double spaces and control characters mean nothing in these texts; a database takes no NUL."""
    return " ".join(CONTROL.sub(" ", text).split())


@transaction.atomic
def change_piece(
    *,
    piece: Piece,
    said: Values,
    seen: str,
    actor: Person | None,
    same_meaning: bool | None = None,
    at: datetime | None = None,
) -> int:
    """Say the texts of a piece otherwise in the draft; returns how many of them now differ from what holds.

    `said` is by address and language. `seen` is the token of what the editor looked at. A statement that no longer
    asks the same (`same_meaning` False) gets a new id, so that answers of before and after are not compared.

    Raises:
        PermissionDenied: the actor is no editor.
        Stale: somebody else changed the piece.
        ValidationError: a text is empty or too long, or nobody said whether a statement asks the same.
    """
    require(actor, EDIT, None)
    work = _locked(at)
    if work.token(piece) != seen:
        raise Stale
    own = {one.address for one in piece.fields}
    new = {address: {key: tidy(text) for key, text in texts.items()} for address, texts in said.items()}
    _check_lengths(text for texts in new.values() for text in texts.values())
    for address, texts in new.items():
        for language, text in texts.items():
            if address in own and language in work.now.values[address]:
                _put(work, address, language, text, actor, at)
    if piece.is_statement:
        _settle_meaning(work, piece, same_meaning, actor, at)
    changed = _of_piece(work.draft, piece)
    record("texts.changed", actor=actor, subject=work.draft, data={"texts": len(changed)}, at=at)
    return len(changed)


def _locked(at: datetime | None = None) -> Working:
    """The draft over what holds, once it is this editor's turn."""
    draft = _gate(at)
    return Working(in_force(), draft, tuple(changes_of(draft)))


def _gate(at: datetime | None = None) -> Draft:
    """The open draft, begun when there is none; its row is the gate: whoever writes waits for who came first."""
    while True:
        if draft := Draft.objects.select_for_update().filter(closed_at=None).first():
            return draft
        try:
            with transaction.atomic():
                return Draft.objects.create(opened_at=at or timezone.now())
        except IntegrityError:  # another editor began it at the same moment
            continue


def _check_lengths(texts: Iterable[str]) -> None:
    problems = []
    for text in texts:
        if not text:
            problems.append(_("Een tekst mag niet leeg zijn."))
        if len(text) > LONGEST:
            problems.append(_("Een tekst telt hoogstens %(n)d tekens.") % {"n": LONGEST})
    if problems:
        raise ValidationError(list(dict.fromkeys(problems)))


def _put(
    work: Working, address: str, language: str, text: str, actor: Person | None, at: datetime | None
) -> None:
    """One text of the draft; back to what holds means that there is no change left."""
    file, _colon, key = address.partition(":")
    old = work.now.values[address][language]
    where: dict[str, Any] = {"draft": work.draft, "file": file, "key": key, "language": language}
    known = next((one for one in work.changes if (one.address, one.language) == (address, language)), None)
    if text == old:
        Change.objects.filter(**where).delete()
    elif known is None or known.new != text or known.old != old:
        values = {"old": old, "new": text, "by": actor, "at": at or timezone.now()}
        Change.objects.update_or_create(**where, defaults=values)


def _of_piece(draft: Draft | None, piece: Piece) -> list[Change]:
    return [one for one in changes_of(draft) if piece_of(one.file, one.key) == piece.address]


def _settle_meaning(
    work: Working, piece: Piece, same: bool | None, actor: Person | None, at: datetime | None
) -> None:
    """Keep what was said of the meaning with the changed words, and give the statement the id that goes with it."""
    words = [one for one in _of_piece(work.draft, piece) if asks_meaning(one)]
    if words and same is None:
        raise ValidationError({"same_meaning": _("Zeg of de stelling nog hetzelfde vraagt.")})
    Change.objects.filter(pk__in=[one.pk for one in words]).update(same_meaning=same)
    address = f"{piece.address}.id"
    old = work.now.values[address][""]
    _put(work, address, "", _next_id(old) if words and same is False else old, actor, at)


def _next_id(id: str) -> str:
    """'soil-trust-speak' becomes 'soil-trust-speak-2', and that becomes '-3'."""
    head, tail = re.fullmatch(r"(.*?)(?:-(\d+))?", id).groups()  # type: ignore[union-attr]
    return f"{head}-{int(tail or 1) + 1}"


@transaction.atomic
def take_back(*, change: Change, actor: Person | None) -> None:
    """Let what holds hold again; of a statement, with the id when its words are all as they were."""
    require(actor, EDIT, None)
    draft = Draft.objects.select_for_update().filter(pk=change.draft_id, closed_at=None).first()
    if draft is None:
        raise ValidationError(_("Dit ontwerp is al uitgegeven of weggegooid."))
    Change.objects.filter(pk=change.pk).delete()
    piece = pieces().get(piece_of(change.file, change.key))
    if piece and piece.is_statement and not any(asks_meaning(one) for one in _of_piece(draft, piece)):
        Change.objects.filter(draft=draft, file=change.file, key=f"{piece.key}.id").delete()
    record("texts.taken_back", actor=actor, subject=draft)


@transaction.atomic
def discard(*, actor: Person | None) -> None:
    """Throw the open draft away. Without one nothing happens."""
    require(actor, EDIT, None)
    draft = Draft.objects.select_for_update().filter(closed_at=None).first()
    if draft is None:
        return
    draft.closed_at = timezone.now()
    draft.save(update_fields=["closed_at"])
    record("texts.discarded", actor=actor, subject=draft, data={"texts": draft.changes.count()})


@transaction.atomic
def publish(
    *, note: str, actor: Person | None, seen: str | None = None, at: datetime | None = None
) -> Version:
    """Make the draft the version in force, in all processes from their next request on.

    `seen` is the digest of the texts that the editor looked at; None does not ask.

    Raises:
        PermissionDenied: the actor is no editor.
        Stale: another editor changed the draft since.
        ValidationError: nothing was changed, or the check found problems; it names them all.
    """
    require(actor, EDIT, None)
    work, at = _locked(at), at or timezone.now()
    if not work.changes:
        raise ValidationError(_("Er is nog niets veranderd om uit te geven."))
    if seen is not None and seen != digest_of(work.values):
        raise Stale
    if problems := problems_of(work):
        raise ValidationError([one.says for one in problems])
    version = _write(work.values, number=next_number(work.now.number), note=note, actor=actor, at=at)
    Draft.objects.filter(closed_at=None).update(closed_at=at, version=version)
    record("texts.published", actor=actor, subject=version, data={"number": version.number}, at=at)
    return version


def _write(
    values: Values,
    *,
    number: str,
    note: str,
    actor: Person | None,
    at: datetime,
    restored: Version | None = None,
) -> Version:
    version = Version.objects.create(
        number=number,
        digest=digest_of(values),
        values=values,
        shipped=_shipped(),
        note=note.strip()[:300],
        restored=restored,
        at=at,
        by=actor,
    )
    serving.forget()
    transaction.on_commit(serving.forget)
    return version


def _shipped() -> Shipped:
    values = shipped_values()
    return Shipped.objects.get_or_create(digest=digest_of(values), defaults={"values": values})[0]


@transaction.atomic
def restore(*, version: Version, actor: Person | None, note: str = "", at: datetime | None = None) -> Version:
    """Put the texts of an older version back, as a new version. The open draft stays, and asks to be looked at.

    Raises:
        ValidationError: these texts hold already, or the software brought texts that nobody looked at.
    """
    require(actor, EDIT, None)
    _gate()
    values, now = over(shipped_values(), version.said()), in_force()
    if brought(now):
        raise ValidationError(BROUGHT)
    if values == now.values:
        raise ValidationError(_("Deze teksten gelden al."))
    number, at = next_number(now.number), at or timezone.now()
    again = _write(values, number=number, note=note, actor=actor, at=at, restored=version)
    data = {"number": number, "of": version.number}
    record("texts.restored", actor=actor, subject=again, data=data, at=at)
    return again


@transaction.atomic
def change_many(*, said: Mapping[tuple[str, str], str], actor: Person | None) -> int:
    """Say many texts otherwise in the draft, by address and language, from a file or from the software; returns how many.

    What the draft said of those texts before is replaced. Of statements nobody said yet whether they ask the same: the
    check asks it, unless the id changed along.

    Raises:
        ValidationError: a text is empty or too long.
    """
    require(actor, EDIT, None)
    work = _locked()
    _check_lengths(said.values())
    for (address, language), text in said.items():
        if language in work.now.values.get(address, {}):
            _put(work, address, language, text, actor, None)
    renamed = {one.key.removesuffix(".id") for one in changes_of(work.draft) if one.key.endswith(".id")}
    for one in changes_of(work.draft):
        if asks_meaning(one) and one.key.partition(".wording.")[0] in renamed:
            Change.objects.filter(pk=one.pk).update(same_meaning=False)
    record("texts.changed", actor=actor, subject=work.draft, data={"texts": len(said)})
    return len(said)


@transaction.atomic
def settle(*, actor: Person | None) -> None:
    """All texts that the software brought along were looked at: what was not taken over stays as it is."""
    require(actor, EDIT, None)
    row = _shipped()
    row.settled_at = timezone.now()  # again, too: these files may be back after others were looked at
    row.save(update_fields=["settled_at"])
    record("texts.settled", actor=actor, subject=row)
