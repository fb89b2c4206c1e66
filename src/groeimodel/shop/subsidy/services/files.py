"""A file from beginning to filing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.forms import FORMS
from groeimodel.content.subsidy import schemes
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.subsidy import parse_value
from groeimodel.shop.subsidy.models import Dossier, Grant, OwnValue, Paper, Passage

KEEP = "subsidy.keep"


@transaction.atomic
def begin(
    *, partnership: Partnership, scheme: str, actor: Person | None = None, at: datetime | None = None
) -> Dossier:
    """Begin the file of a scheme, over its term, with its documents still to do.

    Raises:
        ValidationError: the scheme is not known, or has a file already.
    """
    require(actor, KEEP, partnership)
    known = schemes().get(scheme)
    if known is None:
        raise ValidationError({"scheme": _("Deze regeling bestaat niet.")})
    if Dossier.objects.filter(partnership=partnership, scheme=scheme).exists():
        raise ValidationError({"scheme": _("Voor deze regeling is er al een dossier.")})
    dossier = Dossier.objects.create(
        partnership=partnership,
        scheme=scheme,
        starts=date.fromisoformat(known.starts),
        ends=date.fromisoformat(known.ends),
        begun_on=timezone.localdate(at),
        begun_by=actor,
    )
    Paper.objects.bulk_create([Paper(dossier=dossier, document=one.id) for one in known.documents])
    _note("subsidy.begun", dossier, actor, at, scheme=scheme)
    return dossier


@transaction.atomic
def remove(*, dossier: Dossier, actor: Person | None = None, at: datetime | None = None) -> None:
    """Take a file away that was begun by mistake.

    Raises:
        ValidationError: something was granted, filed or written in it.
    """
    require(actor, KEEP, dossier)
    if is_used(dossier):
        raise ValidationError(_("In dit dossier staat al iets. Het blijft bewaard."))
    _note("subsidy.removed", dossier, actor, at, scheme=dossier.scheme)
    dossier.delete()


def is_used(dossier: Dossier) -> bool:
    """Whether anything would be lost with it. Four queries at most."""
    started = dossier.papers.exclude(state=Paper.State.TODO)
    written = Passage.objects.filter(paper__dossier=dossier)
    rows = (dossier.grants.all(), dossier.own_values.all(), started, written)
    return any(one.exists() for one in rows)


@transaction.atomic
def grant(
    *,
    dossier: Dossier,
    amounts: Mapping[int, Decimal | None],
    actor: Person | None = None,
    at: datetime | None = None,
) -> None:
    """What was granted, by year of the term; None takes a year out, a year that is not named stays.

    Raises:
        ValidationError: a year outside the term, or an amount below zero.
    """
    require(actor, KEEP, dossier)
    if any(year not in dossier.years for year in amounts):
        raise ValidationError(_("Dit jaar valt buiten de termijn."))
    if any(amount is not None and amount < 0 for amount in amounts.values()):
        raise ValidationError(_("Een bedrag is nul of meer."))
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    for year, amount in amounts.items():
        rows = Grant.objects.filter(dossier=dossier, year=year)
        if amount is None:
            rows.delete()
        elif not rows.update(amount=amount):
            Grant.objects.create(dossier=dossier, year=year, amount=amount)
    _note("subsidy.granted", dossier, actor, at, years=len(amounts))


@transaction.atomic
def fill_in(
    *,
    dossier: Dossier,
    rule: str,
    value: str,
    source: str,
    actor: Person | None = None,
    at: datetime | None = None,
) -> OwnValue:
    """Say what a rule asks, and where that stands; the scheme itself stays as it is.

    Raises:
        ValidationError: with every problem, by field.
    """
    require(actor, KEEP, dossier)
    value, source = " ".join(value.split()), " ".join(source.split())
    problems: dict[str, str] = {}
    scheme = dossier.of_scheme
    if scheme is None or scheme.rule(rule) is None:
        problems["value"] = _("Deze voorwaarde bestaat niet.")
    else:
        try:
            read = parse_value(rule, value)
        except ValueError:
            problems["value"] = _("Zo'n waarde kan hier niet. Kijk naar het voorbeeld.")
        else:
            if isinstance(read, tuple) and not set(read) <= set(FORMS):
                problems["value"] = _("Kies uit: %(names)s.") % {"names": ", ".join(FORMS)}
    if not source:
        problems["source"] = _("Zeg waar je dit las: een webadres, een brief, een gesprek met wie.")
    if problems:
        raise ValidationError(problems)
    own, _new = OwnValue.objects.update_or_create(
        dossier=dossier, rule=rule, defaults={"value": value[:120], "source": source[:300]}
    )
    _note("subsidy.value_filled_in", dossier, actor, at, rule=rule, value=own.value)
    return own


@transaction.atomic
def clear_value(
    *, dossier: Dossier, rule: str, actor: Person | None = None, at: datetime | None = None
) -> None:
    """Back to what the scheme says. Nothing happens where nothing was filled in."""
    require(actor, KEEP, dossier)
    rows = OwnValue.objects.filter(dossier=dossier, rule=rule)
    value = rows.values_list("value", flat=True).first()
    if value is not None:
        rows.delete()
        _note("subsidy.value_cleared", dossier, actor, at, rule=rule, value=value)


@transaction.atomic
def move(
    *,
    paper: Paper,
    state: str,
    due_on: date | None = None,
    filed_on: date | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Paper:
    """How far a document is, its last day if known, and the day it was filed.

    Raises:
        ValidationError: with every problem, by field.
    """
    require(actor, KEEP, paper)
    problems: dict[str, str] = {}
    if state not in Paper.State:
        problems["state"] = _("Kies hoe ver dit document is.")
    filed = state in (Paper.State.FILED, Paper.State.APPROVED)
    if filed and filed_on is None:
        problems["filed_on"] = _("Zeg op welke dag het ingediend is.")
    elif filed and filed_on is not None and filed_on > timezone.localdate(at):
        problems["filed_on"] = _("Deze dag moet nog komen.")
    if problems:
        raise ValidationError(problems)
    paper.state, paper.due_on, paper.filed_on = state, due_on, filed_on if filed else None
    paper.save(update_fields=["state", "due_on", "filed_on"])
    _note("subsidy.paper_moved", paper.dossier, actor, at, document=paper.document, state=state)
    return paper


def _note(
    verb: str,
    dossier: Dossier,
    actor: Person | None,
    at: datetime | None,
    **data: str | int,
) -> None:
    record(verb, partnership=dossier.partnership, actor=actor, subject=dossier, data=data, at=at)
