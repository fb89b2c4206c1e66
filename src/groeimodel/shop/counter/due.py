"""The days that the counter must not miss (claims B1, B11, B16): anchors, agreements with suppliers, and points of lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.content.readiness import points
from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.counter.models import Agreement, Anchor, ReadyPoint

AHEAD = timedelta(days=365)
"""What lies further away is not due yet."""


def due_of(partnership: Partnership, today: date) -> list[Due]:
    """Three queries."""
    return [*_anchors(partnership, today), *_agreements(partnership, today), *_points(partnership)]


def _anchors(partnership: Partnership, today: date) -> Iterator[Due]:
    rows = Anchor.objects.filter(offer__partnership=partnership, until__lte=today + AHEAD, **_alive())
    for one in rows.filter(_not_over(today)).select_related("offer"):
        words = {
            Anchor.Part.FUNDING: _("Het geld voor '%(offer)s' is nog zeker tot deze dag."),
            Anchor.Part.PEOPLE: _("De mensen voor '%(offer)s' zijn nog zeker tot deze dag."),
            Anchor.Part.AGREEMENT: _("De afspraken voor '%(offer)s' lopen af."),
        }
        assert one.until is not None
        yield Due(
            key=f"counter.anchor:{one.pk}",
            on=one.until,
            title=words[Anchor.Part(one.part)] % {"offer": one.offer.title},
            path=reverse("counter:offer", args=[partnership.slug, one.offer_id]),
            why=_("Zonder verlenging verdwijnt dit aanbod voor wie erop rekent."),
            room=_("Aanbod"),
            right="counter.write",
        )


def _alive() -> dict[str, object]:
    return {"offer__draft": False, "offer__withdrawn_on": None}


def _not_over(today: date) -> Q:
    return Q(offer__ends=None) | Q(offer__ends__gte=today)


def _agreements(partnership: Partnership, today: date) -> Iterator[Due]:
    rows = Agreement.objects.filter(supplier__partnership=partnership, lapses=False)
    for one in rows.filter(Q(ends=None) | Q(ends__gte=today)).select_related("supplier"):
        names = {"what": one.title, "who": one.supplier.name}
        path = reverse("counter:agreement", args=[partnership.slug, one.pk])
        if one.notice_on is not None and today <= one.notice_on <= today + AHEAD:
            yield Due(
                key=f"counter.notice:{one.pk}",
                on=one.notice_on,
                title=_("Laatste dag om '%(what)s' met %(who)s op te zeggen of te veranderen.") % names,
                path=path,
                why=_("Daarna loopt de afspraak gewoon door."),
                room=_("Leveranciers"),
                right="counter.supply",
            )
        if one.ends is not None and one.ends <= today + AHEAD:
            yield Due(
                key=f"counter.agreement:{one.pk}",
                on=one.ends,
                title=_("De afspraak '%(what)s' met %(who)s loopt af.") % names,
                path=path,
                why=_("Verleng ze op tijd, of zeg dat ze mag aflopen."),
                room=_("Leveranciers"),
                right="counter.supply",
            )


def _points(partnership: Partnership) -> Iterator[Due]:
    titles = {one.id: one.title for one in points()}
    rows = ReadyPoint.objects.filter(
        offer__partnership=partnership, by__isnull=False, offer__withdrawn_on=None
    )
    for one in rows.filter(answer__in=("", ReadyPoint.Answer.NO), point__in=titles).select_related("offer"):
        assert one.by is not None
        yield Due(
            key=f"counter.point:{one.pk}",
            on=one.by,
            title=_("'%(offer)s': breng in orde: %(point)s.")
            % {"offer": one.offer.title, "point": titles[one.point].lower()},
            path=reverse("counter:offer", args=[partnership.slug, one.offer_id]),
            room=_("Aanbod"),
            right="counter.write",
        )
