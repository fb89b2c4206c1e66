"""What choosing asks of people: give a layout, give the vote of a municipality, close a round."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.meadow.choosing.models import Ballot, Layout, Round, Stake
from groeimodel.meadow.choosing.selectors import RUNNING
from groeimodel.rules.rights import Role


def asks_of(here: Here) -> list[Ask]:
    """Five queries at most, one where no round runs."""
    runs = here.has(Role.COORDINATOR)
    states = [*RUNNING, Round.State.DRAFT] if runs else RUNNING
    rounds = list(Round.objects.filter(partnership=here.partnership, state__in=states).defer("snapshot"))
    if not rounds:
        return []
    running = [one for one in rounds if one.is_running]
    aldermans = here.own(Role.ALDERMAN)
    found = _layouts(here, running, aldermans) + _ballots(here, running, aldermans)
    if runs:
        found += [_close(here, one) for one in running if one.closes_on < here.today]
        found += [_open(here, one) for one in rounds if one.state == Round.State.DRAFT]
    return found


def _layouts(here: Here, rounds: list[Round], aldermans: frozenset[int]) -> list[Ask]:
    asked = [
        one
        for one in rounds
        if one.state == Round.State.LAYOUT and (one.layout_until or here.today) >= here.today
    ]
    if not asked or not aldermans:
        return []
    given = set(Layout.objects.filter(round__in=asked).values_list("round", "municipality"))
    stakes = Stake.objects.filter(round__in=asked, municipality__in=aldermans)
    return [
        Ask(
            _("Geef je indeling van het budget"),
            _("Hoe verdelen we het over de soorten acties? Vijf cijfers, één minuut."),
            reverse("choosing:lay_out", args=[here.partnership.slug, one.round_id, one.municipality_id]),
            weight=83,
            due=next(r.layout_until for r in asked if r.pk == one.round_id),
        )
        for one in stakes
        if (one.round_id, one.municipality_id) not in given
    ]


def _ballots(here: Here, rounds: list[Round], aldermans: frozenset[int]) -> list[Ask]:
    """Of the alderman, and of who holds a mandate to decide; until one of them handed in."""
    asked = {one.pk: one for one in rounds if one.state == Round.State.OPEN and one.closes_on >= here.today}
    if not asked:
        return []
    held = Mandate.objects.filter(
        partnership=here.partnership,
        holder=here.person,
        kind=Mandate.Kind.DECIDE,
        given_at__isnull=False,
        refused_at=None,
        closed_on=None,
        starts__lte=here.today,
        ends__gte=here.today,
    ).values_list("municipality", flat=True)
    voices = aldermans | set(held)
    handed = Ballot.objects.filter(round__in=asked, handed_in_at__isnull=False)
    done = set(handed.values_list("round", "municipality"))
    stakes = Stake.objects.filter(round__in=asked, municipality__in=voices).select_related("municipality")
    return [
        Ask(
            _("Geef de stem van %(name)s") % {"name": one.municipality.name},
            _("‘%(title)s’: zeg bij elk voorstel hoe graag jullie het willen, tot en met %(day)s.")
            % {
                "title": asked[one.round_id].title,
                "day": date_format(asked[one.round_id].closes_on, "j F"),
            },
            reverse("choosing:ballot", args=[here.partnership.slug, one.round_id, one.municipality_id]),
            weight=85,
            due=asked[one.round_id].closes_on,
        )
        for one in stakes
        if (one.round_id, one.municipality_id) not in done
    ]


def _close(here: Here, round: Round) -> Ask:
    return Ask(
        _("Sluit de kiesronde ‘%(title)s’") % {"title": round.title},
        _("De laatste dag is voorbij. De partners wachten op de uitslag."),
        reverse("choosing:close", args=[here.partnership.slug, round.pk]),
        weight=88,
        due=round.closes_on,
    )


def _open(here: Here, round: Round) -> Ask:
    return Ask(
        _("Open de kiesronde ‘%(title)s’") % {"title": round.title},
        _("Ze ligt klaar. Zolang ze niet open is, kan er niemand stemmen."),
        reverse("choosing:round", args=[here.partnership.slug, round.pk]),
        weight=50,
    )
