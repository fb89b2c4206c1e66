"""Short news of an action, with a picture (claim W18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.files import services as files
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.common import not_run, refuse
from groeimodel.meadow.tending.common import note as _note
from groeimodel.meadow.tending.models import Update


@dataclass(frozen=True, slots=True)
class Picture:
    upload: UploadedFile[bytes]
    alt: str
    """What can be seen, for whoever cannot."""


@dataclass(frozen=True, slots=True)
class News:
    text: str
    public: bool = False
    picture: Picture | None = None


@transaction.atomic
def write_update(
    *, action: Action, news: News, actor: Person | None = None, at: datetime | None = None
) -> Update:
    """Tell something short of a running action. It comes in everybody's digest.

    Raises:
        PermissionDenied: the actor does not tend this action.
        ValidationError: it never ran, nothing is said, or the picture cannot be kept.
    """
    require(actor, "actions.tend", action)
    problems = not_run(action)
    if not news.text.strip():
        problems.append(_("Schrijf in één of twee zinnen wat er nieuw is."))
    if news.picture is not None and not news.picture.alt.strip():
        problems.append(_("Zeg in enkele woorden wat er op de foto te zien is."))
    refuse(problems)
    update = Update(
        action=action,
        text=news.text.strip(),
        public=news.public,
        noted_by=actor,
        noted_at=at or timezone.now(),
    )
    update.full_clean()
    update.save()
    _note("tending.updated", update, actor=actor, at=at)
    if news.picture is not None:  # last of all: when anything before it is refused, no file was written
        files.keep(
            subject=update,
            upload=news.picture.upload,
            label=action.title,
            alt=news.picture.alt,
            actor=actor,
            at=at,
        )
    return update


@transaction.atomic
def remove_update(*, update: Update, actor: Person | None = None) -> None:
    """With its picture."""
    require(actor, "actions.tend", update.action)
    record(  # about the update itself: what lies beside it goes along
        "tending.update_removed",
        partnership=update.partnership,
        actor=actor,
        municipality=update.action.plot,
        subject=update,
        data={"action": update.action_id},
    )
    update.delete()
