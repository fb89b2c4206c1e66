"""Every write about the public page: write, look, put online, take offline, and go back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.public.models import Page
from groeimodel.showcase.public.versions import Version, draft_of, from_json, live_of
from groeimodel.showcase.sharing.models import PUBLIC, Kind
from groeimodel.showcase.sharing.services import choose

CHOOSE = "sharing.choose"


@transaction.atomic
def prepare(*, partnership: Partnership, version: Version, actor: Person | None) -> Page:
    """Keep what was written, for who coordinates to look at. Visitors see nothing of it."""
    require(actor, CHOOSE, partnership)
    page = _locked(partnership)
    page.draft = version.as_json()
    _save(page, actor)
    _note("public.prepared", partnership, actor)
    return page


@transaction.atomic
def publish(*, partnership: Partnership, actor: Person | None, at: datetime | None = None) -> Page:
    """Put what was prepared online; without anything prepared, what was last online.

    Raises:
        ValidationError: nothing is chosen to stand on the page.
    """
    require(actor, CHOOSE, partnership)
    page = _locked(partnership)
    version = draft_of(partnership, page)
    if not version.kinds:
        raise ValidationError(_("Kies minstens één deel. Een lege pagina helpt niemand."))
    before = live_of(partnership, page)
    _apply(page, replace(version, online=True), actor, at)
    page.draft, page.before = None, before.as_json()
    _save(page, actor)
    _note("public.published", partnership, actor, at)
    return page


@transaction.atomic
def take_offline(*, partnership: Partnership, actor: Person | None) -> Page:
    """Visitors find nothing any more; what was chosen and written stays. Twice changes nothing."""
    require(actor, CHOOSE, partnership)
    page = _locked(partnership)
    before = live_of(partnership, page)
    if not before.online:
        return page
    page.before = before.as_json()
    _open(partnership, replace(before, online=False), actor)
    _save(page, actor)
    _note("public.taken_offline", partnership, actor)
    return page


@transaction.atomic
def undo(*, partnership: Partnership, actor: Person | None) -> Page:
    """Back to how it was before the last time it went online or offline; what stood there becomes the draft."""
    require(actor, CHOOSE, partnership)
    page = _locked(partnership)
    if page.before is None:
        return page
    now = live_of(partnership, page)
    _apply(page, from_json(page.before), actor)
    page.draft, page.before = now.as_json(), None
    _save(page, actor)
    _note("public.undone", partnership, actor)
    return page


@transaction.atomic
def forget_draft(*, partnership: Partnership, actor: Person | None) -> Page:
    """Leave what is in the making."""
    require(actor, CHOOSE, partnership)
    page = _locked(partnership)
    if page.draft is not None:
        page.draft = None
        _save(page, actor)
        _note("public.draft_left", partnership, actor)
    return page


def _locked(partnership: Partnership) -> Page:
    """A lock on one row of the partnership: two people who choose at once write one after the other."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    page, _made = Page.objects.get_or_create(partnership=partnership)
    return page


def _apply(page: Page, version: Version, actor: Person | None, at: datetime | None = None) -> None:
    page.email, page.intro = version.email, version.intro
    page.name_fr, page.intro_fr, page.titles_fr = version.name_fr, version.intro_fr, dict(version.titles_fr)
    _open(page.partnership, version, actor, at)


def _open(
    partnership: Partnership, version: Version, actor: Person | None, at: datetime | None = None
) -> None:
    shown = version.kinds | ({Kind.PAGE} if version.online else frozenset())
    choose(partnership=partnership, among=(Kind.PAGE, *PUBLIC), shown=shown, actor=actor, at=at)


def _save(page: Page, actor: Person | None) -> None:
    page.changed_at, page.changed_by = timezone.now(), actor
    page.save()


def _note(verb: str, partnership: Partnership, actor: Person | None, at: datetime | None = None) -> None:
    record(verb, partnership=partnership, actor=actor, at=at)
