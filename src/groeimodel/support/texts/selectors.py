"""Reads of the content desk: what holds, what the draft makes of it, and what the software brought along."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from groeimodel.content.addresses import Values, fits, following_ids, values_of
from groeimodel.content.errors import ContentError
from groeimodel.content.in_force import Published, made_of, shipped, shipped_raw
from groeimodel.support.texts.models import Change, Draft, Shipped, Version
from groeimodel.support.texts.pieces import Piece

Said = dict[str, dict[str, str]]


def digest_of(values: Values) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def shipped_values() -> Said:
    return values_of(shipped_raw())


def over(under: Values, values: Values) -> Said:
    """`values` over `under`, only where `under` has a place for it and fills in what it asks."""
    found: Said = {}
    values = following_ids(values, under)
    for address, said in under.items():
        file, new = address.partition(":")[0], values.get(address, {})
        found[address] = {
            language: new[language] if language in new and fits(file, new[language], text) else text
            for language, text in said.items()
        }
    return found


@dataclass(frozen=True, slots=True)
class Now:
    """What holds today: the newest version, over the files of this program."""

    number: str
    values: Said
    version: Version | None


def in_force() -> Now:
    """One query."""
    version = Version.objects.select_related("shipped").order_by("-pk").first()
    if version is None:
        return Now(shipped().version, shipped_values(), None)
    return Now(version.number, over(shipped_values(), version.said()), version)


def unusable(now: Now) -> bool:
    """Whether the version in force does not pass the checks over these files, so that the files hold instead."""
    try:
        made_of(Published(now.number, now.values))
    except ContentError:
        return True
    return False


def open_draft() -> Draft | None:
    return Draft.objects.filter(closed_at=None).first()


def changes_of(draft: Draft | None) -> list[Change]:
    return list(draft.changes.select_related("by")) if draft else []


@dataclass(frozen=True, slots=True)
class Working:
    """The draft that editors share, over what holds: read once a page."""

    now: Now
    draft: Draft | None
    changes: tuple[Change, ...]

    @property
    def values(self) -> Said:
        found = {address: dict(said) for address, said in self.now.values.items()}
        for one in self.changes:
            if one.language in found.get(one.address, {}):
                found[one.address][one.language] = one.new
        return found

    @property
    def changed(self) -> frozenset[str]:
        """Addresses."""
        return frozenset(one.address for one in self.changes)

    def as_published(self) -> Published:
        """The draft as if it were published; its number says that it is not, and which draft it is."""
        values = self.values
        return Published(f"{next_number(self.now.number)}-{digest_of(values)[:8]}", values)

    def token(self, piece: Piece) -> str:
        """What an editor saw of a piece: another token later means that somebody else changed it."""
        values = self.values
        return digest_of({one.address: values[one.address] for one in piece.fields})[:16]


def working() -> Working:
    """Three queries."""
    draft = open_draft()
    return Working(in_force(), draft, tuple(changes_of(draft)))


def next_number(number: str) -> str:
    """'2026.1' becomes '2026.2'; never less than what the software ships."""
    highest = max(number, shipped().version, key=_parts)
    head, tail = re.fullmatch(r"(.*?)(\d*)", highest).groups()  # type: ignore[union-attr]
    return f"{head}{int(tail) + 1}" if tail else f"{highest}.1"


def _parts(number: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", number)]


def versions() -> QuerySet[Version]:
    """Newest first, without their texts; `changed` counts the texts of the draft that it came from."""
    return (
        Version.objects.select_related("by", "restored")
        .defer("values", "restored__values")
        .annotate(changed=Count("draft__changes"))
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that two versions say differently; empty on the side that does not have it."""

    address: str
    language: str
    before: str
    after: str


def differences(before: Values, after: Values) -> list[Difference]:
    """In the order of what is after; what is gone comes last."""
    found = []
    for address in (*after, *(one for one in before if one not in after)):
        one, other = before.get(address, {}), after.get(address, {})
        for language in dict.fromkeys((*other, *one)):
            if one.get(language, "") != other.get(language, ""):
                found.append(Difference(address, language, one.get(language, ""), other.get(language, "")))
    return found


def before(version: Version) -> Values:
    """What held until this version was published: the version before it, over what the software said then."""
    earlier = Version.objects.filter(pk__lt=version.pk).order_by("-pk").first()
    base: Values = version.shipped.values
    return over(base, earlier.said()) if earlier else base


@dataclass(frozen=True, slots=True)
class Brought:
    """One text about which the software and the published version say something else."""

    address: str
    language: str
    then: str
    """What the software said when the version was published; empty when it did not have the text."""
    ours: str
    theirs: str
    kind: str
    """'changed': it changed there too; 'unfit': ours asks what is not filled in, so theirs holds; 'new'; 'gone'."""


def brought(now: Now) -> list[Brought]:
    """What changed in the files of the software since editors last looked at them. At most one query.

    Empty when nothing was published, or when the files are still the same.
    """
    if now.version is None:
        return []
    theirs = shipped_values()
    settled = Shipped.objects.filter(settled_at__gt=now.version.at).order_by("-settled_at").first()
    looked_at = settled or now.version.shipped
    if looked_at.digest == digest_of(theirs):
        return []
    then, ours = (following_ids(one, theirs) for one in (looked_at.values, now.version.said()))
    found = [one for address in theirs for one in _brought_at(address, then, ours, theirs)]
    for address, said in ours.items():
        if address not in theirs:
            found += [
                Brought(address, language, then.get(address, {}).get(language, ""), text, "", "gone")
                for language, text in said.items()
                if text != then.get(address, {}).get(language)
            ]
    return found


def _brought_at(address: str, then: Values, ours: Values, theirs: Values) -> Iterable[Brought]:
    file = address.partition(":")[0]
    for language, text in theirs[address].items():
        mine, base = ours.get(address, {}).get(language), then.get(address, {}).get(language, "")
        if mine is None:
            yield Brought(address, language, "", "", text, "new")
        elif mine != text and not fits(file, mine, text):
            yield Brought(address, language, base, mine, text, "unfit")
        elif text not in (mine, base):
            yield Brought(address, language, base, mine, text, "changed")
