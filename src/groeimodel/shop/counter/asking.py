"""What the counter asks of people: finish drafts, make ready what is shown, keep it anchored, and say how a college stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.content.readiness import points
from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.anchoring import SOON
from groeimodel.rules.rights import Role
from groeimodel.shop.counter.models import Anchor, Offer, ReadyPoint, Support, SupportCall
from groeimodel.shop.counter.ready import lists_of
from groeimodel.shop.counter.selectors import in_window, offers_of

MOST = 3


def asks_of(here: Here) -> list[Ask]:
    """Of who tends offers, of who looks after a point, and of an alderman: at most nine queries."""
    return [*_drafts(here), *_unready(here), *_anchors(here), *_points(here), *_support(here)]


def _tended(here: Here) -> Q:
    """Who coordinates tends everything, another what is in that person's care."""
    return Q() if here.has(Role.COORDINATOR) else Q(responsible=here.person.pk)


def _drafts(here: Here) -> Iterator[Ask]:
    rows = Offer.objects.filter(_tended(here), partnership=here.partnership, draft=True, withdrawn_on=None)
    for one in rows.select_related("partnership").order_by("starts", "pk")[:MOST]:
        grown = one.grew_from_id is not None
        yield Ask(
            _("Werk het aanbod '%(title)s' af") % {"title": one.title},
            _("Een actie groeide uit tot aanbod. Lees de tekst na en zet het in de winkel.")
            if grown
            else _("Het staat nog niet in de winkel. Lees de tekst na en zet het erin."),
            reverse("counter:change", args=[here.partnership.slug, one.pk]),
            weight=42,
        )


def _unready(here: Here) -> Iterator[Ask]:
    """What stands in the spotlight while its list says that it is not ready."""
    rows = in_window(offers_of(here.partnership, here.today).filter(_tended(here)), here.today)
    shown = [one for one in rows if one.spotlight]
    lists = lists_of(shown)
    for one in [each for each in shown if not lists[each.pk].whole.ready][:MOST]:
        yield Ask(
            _("Maak '%(title)s' klaar om te tonen") % {"title": one.title},
            _("Het staat in de kijker. %(words)s") % {"words": lists[one.pk].words},
            reverse("counter:ready", args=[here.partnership.slug, one.pk]),
            weight=44,
        )


def _anchors(here: Here) -> Iterator[Ask]:
    rows = Anchor.objects.filter(
        offer__partnership=here.partnership,
        offer__draft=False,
        offer__withdrawn_on=None,
        until__lte=here.today + timedelta(days=SOON),
    ).filter(Q(offer__ends=None) | Q(offer__ends__gte=here.today))
    if not here.has(Role.COORDINATOR):
        rows = rows.filter(offer__responsible=here.person.pk)
    for one in rows.select_related("offer").order_by("until", "pk")[:MOST]:
        yield Ask(
            _("Houd '%(title)s' in de winkel") % {"title": one.offer.title},
            _("Wat nodig is, loopt af: %(part)s.") % {"part": one.get_part_display()},
            reverse("counter:anchor", args=[here.partnership.slug, one.offer_id]),
            weight=62,
            due=one.until,
        )


def _points(here: Here) -> Iterator[Ask]:
    titles = {one.id: one.title.lower() for one in points()}
    rows = ReadyPoint.objects.filter(
        offer__partnership=here.partnership,
        offer__withdrawn_on=None,
        who=here.person.pk,
        answer__in=("", ReadyPoint.Answer.NO),
        point__in=titles,
    )
    for one in rows.select_related("offer").order_by("by", "pk")[:MOST]:
        yield Ask(
            _("%(point)s bij '%(title)s'")
            % {"point": titles[one.point].capitalize(), "title": one.offer.title},
            _("Jij zou dit in orde brengen voor het aanbod getoond wordt."),
            reverse("counter:offer", args=[here.partnership.slug, one.offer_id]) + "#klaar",
            weight=48,
            due=one.by,
        )


def _support(here: Here) -> Iterator[Ask]:
    """Of an alderman who was asked this year and did not answer; of who coordinates when nobody was asked for a year."""
    url = reverse("counter:support", args=[here.partnership.slug])
    year, own = here.today.year, here.own(Role.ALDERMAN)
    if not own and not here.has(Role.COORDINATOR):
        return
    asked = SupportCall.objects.filter(partnership=here.partnership, year=year).exists()
    if own and asked:
        said = Support.objects.filter(partnership=here.partnership, municipality__in=own, year=year)
        if said.count() < len(own):
            why = _("Een cijfer van 1 tot 5 en een zin. Het duurt een halve minuut.")
            yield Ask(_("Zeg hoe sterk je college achter de winkel staat"), why, url, weight=55)
    if here.has(Role.COORDINATOR) and not asked:
        count = Offer.objects.filter(partnership=here.partnership, draft=False, withdrawn_on=None).count()
        if count:
            why = ngettext(
                "Er ligt %(n)s aanbod in de winkel. Vraag één keer per jaar hoe de colleges ernaar kijken.",
                "Er liggen %(n)s dingen in de winkel. Vraag één keer per jaar hoe de colleges ernaar kijken.",
                count,
            )
            yield Ask(
                _("Vraag de schepenen naar de steun van hun college"), why % {"n": count}, url, weight=28
            )
