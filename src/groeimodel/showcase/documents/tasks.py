"""What the worker does: make what was ordered, and each night forget what is older than a week."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.files.nightly import named_by
from groeimodel.foundation.jobs import GiveUp, daily, handler
from groeimodel.foundation.partners.scoping import WITH_LOGO
from groeimodel.showcase.documents import services
from groeimodel.showcase.documents.making import make
from groeimodel.showcase.documents.models import Order
from groeimodel.showcase.documents.wishes import Stopped, Wanted
from groeimodel.showcase.sheets.selectors import period_of


def failed(payload: dict[str, Any]) -> None:
    """Told after the last try."""
    with scopes_disabled():
        services.fail(
            payload["order"],
            _("Er liep iets mis bij het maken. Wat genoteerd is, is veilig. Probeer opnieuw."),
        )


@handler(services.JOB, tries=3, given_up=failed)
def make_order(payload: dict[str, Any]) -> None:
    """Make one order and keep its file. Run again it changes nothing: what is made or stopped is left."""
    with scopes_disabled():
        order = services.begin(payload["order"])
    if order is None:
        return
    person = order.made_by
    if person is None or not person.has_perm("documents.make", order.partnership):
        with scopes_disabled():
            services.fail(order.pk, _("Je hoort niet meer bij deze samenwerking."))
        raise GiveUp("Who asked for it may not have it any more")
    with scope(partnership=order.partnership):
        try:
            made = make(order.kind, order.form, _wanted(order), lambda n, words: _tell(order, n, words))
        except Stopped:
            return
        services.finish(order, made.content)


def _wanted(order: Order) -> Wanted:
    today = timezone.localdate()
    where = order.municipality
    if where is not None and where.merged_into is not None:
        where = where.merged_into  # its document is that of the municipality that took over
    return Wanted(
        partnership=WITH_LOGO.get(pk=order.partnership_id),
        municipality=where,
        period=period_of(order.period, today),
        today=today,
        money=order.made_by is not None and order.made_by.has_perm("money.see", order.partnership),
    )


def _tell(order: Order, progress: int, step: str) -> None:
    if not services.tell_step(order.pk, progress, step):
        raise Stopped


@daily("documents.forget", hour=4)
def forget() -> None:
    with scopes_disabled():
        services.forget(before=timezone.localdate())


def kept_files() -> Iterable[str]:
    """Files in storage that are not beside a row: the nightly sweep of documents leaves them."""
    with scopes_disabled():
        return list(Order.objects.exclude(path="").values_list("path", flat=True))


named_by(kept_files)
