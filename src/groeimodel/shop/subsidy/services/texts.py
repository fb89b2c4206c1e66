"""Texts of a document: written by people, or taken over from a draft. Nothing is cut, nothing is lost."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.subsidy import LONGEST
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.subsidy.models import Paper, Passage

WRITE = "subsidy.write"


@transaction.atomic
def write(
    *,
    paper: Paper,
    block: str,
    text: str,
    limit: int | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Passage:
    """Keep what people wrote, over the limit too. `limit`: as the form of the government says it.

    Raises:
        ValidationError: no such block, or the limit is no number that can be.
    """
    require(actor, WRITE, paper)
    passage = _held(paper, block)
    if limit is not None and not 1 <= limit <= LONGEST:
        raise ValidationError({"limit": _("Een getal van 1 tot %(most)s.") % {"most": LONGEST}})
    passage.text, passage.limit, passage.before = _clean(text), limit, ""
    _keep(passage, actor, at)
    _note("subsidy.written", passage, actor, at)
    return passage


@transaction.atomic
def take_over(
    *,
    paper: Paper,
    block: str,
    draft: str,
    below: bool = False,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Passage:
    """Put a draft in the place of the text, or below it. What stood there can be put back."""
    require(actor, WRITE, paper)
    passage = _held(paper, block)
    passage.before = passage.text
    passage.text = f"{passage.text}\n\n{_clean(draft)}".strip() if below else _clean(draft)
    _keep(passage, actor, at)
    _note("subsidy.draft_taken_over", passage, actor, at)
    return passage


@transaction.atomic
def put_back(*, paper: Paper, block: str, actor: Person | None = None, at: datetime | None = None) -> Passage:
    """Exchange the text with the one before it; done twice, nothing changed."""
    require(actor, WRITE, paper)
    passage = _held(paper, block)
    if not passage.before and not passage.text:
        return passage
    passage.text, passage.before = passage.before, passage.text
    _keep(passage, actor, at)
    _note("subsidy.put_back", passage, actor, at)
    return passage


def _held(paper: Paper, block: str) -> Passage:
    if block not in {one.id for one in paper.blocks}:
        raise ValidationError({"text": _("Dit tekstblok bestaat niet.")})
    Paper.objects.select_for_update().get(pk=paper.pk)
    found = Passage.objects.filter(paper=paper, block=block).first()
    return found or Passage(paper=paper, block=block)


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _keep(passage: Passage, actor: Person | None, at: datetime | None) -> None:
    """Saved; who wrote in a document that was still to do, began it."""
    passage.changed_by, passage.changed_at = actor, at or timezone.now()
    passage.save()
    paper = passage.paper
    if paper.state == Paper.State.TODO:
        paper.state = Paper.State.DRAFTING
        paper.save(update_fields=["state"])


def _note(verb: str, passage: Passage, actor: Person | None, at: datetime | None) -> None:
    paper = passage.paper
    record(
        verb,
        partnership=paper.dossier.partnership,
        actor=actor,
        subject=paper.dossier,
        data={"document": paper.document, "block": passage.block, "characters": len(passage.text)},
        at=at,
    )
