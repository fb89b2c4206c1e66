"""Every write of orders: ask, stop, ask again; and what the worker says of one while it makes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.files import storing
from groeimodel.foundation.jobs import queue
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.documents.kinds import kind_of
from groeimodel.showcase.documents.models import Order, a_week_on
from groeimodel.showcase.documents.recorded import version_of

JOB = "documents.make"
MOST = 3
"""Orders that one person can have waiting at once in a partnership."""
BUSY = (Order.State.WAITING, Order.State.MAKING)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for."""

    kind: str
    form: str
    municipality: Municipality | None = None
    period: str = ""


@transaction.atomic
def order(*, partnership: Partnership, wish: Wish, actor: Person | None) -> Order:
    """Ask for a document that takes a while. The same one, of the same records, is not made twice on a day.

    Raises:
        ValidationError: no such document or file, it needs a municipality, or too many wait already.
    """
    require(actor, "documents.make", partnership)
    kind = kind_of(wish.kind)
    if kind is None or not kind.long or wish.form not in kind.formats:
        raise ValidationError(_("Zo’n document is er niet. Kies er een uit de lijst."))
    if kind.local and wish.municipality is None:
        raise ValidationError(_("Kies voor welke gemeente het document is."))
    where = wish.municipality if kind.local else None
    rows = Order.objects.filter(partnership=partnership, made_by=actor)
    # The stand of today, 'the last twelve months' and what comes move on with the day.
    same = rows.filter(
        Q(state__in=BUSY) | Q(state=Order.State.DONE, made_at__date=timezone.localdate()),
        kind=kind.key,
        form=wish.form,
        municipality=where,
        period=wish.period,
        version=(version := version_of(partnership)),
    )
    if (found := same.first()) is not None:
        return found
    if rows.filter(state__in=BUSY).count() >= MOST:
        raise ValidationError(_("Er worden al documenten voor je gemaakt. Wacht tot er een klaar is."))
    made = Order.objects.create(
        partnership=partnership,
        kind=kind.key,
        form=wish.form,
        municipality=where,
        period=wish.period,
        version=version,
        made_by=actor,
    )
    queue(JOB, {"order": made.pk})
    _note("documents.ordered", made, actor)
    return made


@transaction.atomic
def stop(*, order: Order, actor: Person | None) -> None:
    """It need not be made any more; without effect on what is ready."""
    require(actor, "documents.take", order)
    stopped = Order.objects.filter(pk=order.pk, state__in=BUSY).update(state=Order.State.STOPPED, step="")
    if stopped:
        _note("documents.stopped", order, actor)


@transaction.atomic
def again(*, order: Order, actor: Person | None) -> None:
    """Make what failed or was stopped after all; without effect on the others."""
    require(actor, "documents.take", order)
    over = (Order.State.FAILED, Order.State.STOPPED)
    opened = Order.objects.filter(pk=order.pk, state__in=over).update(
        state=Order.State.WAITING, progress=0, step="", expires_on=a_week_on(), made_at=timezone.now()
    )
    if opened:
        queue(JOB, {"order": order.pk})
        _note("documents.again", order, actor)


def begin(pk: int) -> Order | None:
    """For the worker: the order to make now; None when it is gone, stopped or made already."""
    if not Order.objects.filter(pk=pk, state__in=BUSY).update(state=Order.State.MAKING):
        return None
    return Order.objects.select_related("partnership", "municipality", "made_by").get(pk=pk)


def tell_step(pk: int, progress: int, step: str) -> bool:
    """How far it is, for who waits; False when it was stopped meanwhile."""
    rows = Order.objects.filter(pk=pk, state=Order.State.MAKING)
    return bool(rows.update(progress=min(progress, 99), step=step[:160]))


def finish(order: Order, content: bytes) -> bool:
    """Keep the file; False, and nothing is kept, when it was stopped or made by another worker meanwhile."""
    path = storing.put(storing.new_path(order.partnership_id, order.form), ContentFile(content))
    rows = Order.objects.filter(pk=order.pk, state=Order.State.MAKING)
    if rows.update(state=Order.State.DONE, progress=100, step="", path=path, size=len(content)):
        return True
    storing.discard([path])
    return False


def fail(pk: int, why: str) -> None:
    """It will not come by itself any more: who asked may try again."""
    Order.objects.filter(pk=pk, state__in=BUSY).update(state=Order.State.FAILED, step=why[:160])


def forget(*, before: date) -> int:
    """Orders that ended before a day go, with their files; returns how many."""
    return remove(Order.objects.filter(expires_on__lt=before))


@transaction.atomic
def remove(rows: QuerySet[Order]) -> int:
    """The rows now, the files as soon as that is certain; returns how many."""
    paths = [one for one in rows.values_list("path", flat=True) if one]
    count = rows.delete()[0]
    transaction.on_commit(lambda: storing.discard(paths))
    return int(count)


def _note(verb: str, order: Order, actor: Person | None) -> None:
    record(verb, partnership=order.partnership, actor=actor, data={"order": order.pk})
