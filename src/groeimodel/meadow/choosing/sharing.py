"""Who puts in what: the contributions and the subsidy of a round, divided by its key. In words: docs/choosing.md."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.choosing.models import Round, Stake
from groeimodel.rules import keys

CENT = Decimal("0.01")


def stakes_of(round: Round, members: Sequence[Municipality]) -> list[Stake]:
    """What each member would put in and get of the subsidy; not saved. Reads nothing.

    Raises:
        ValidationError: the key cannot divide this: on the field that has to change.
    """
    total = contributions_of(round, members)
    if round.key == Round.Key.TABLE and not total:
        raise ValidationError({"table": _("Vul in wat elke gemeente inlegt.")})
    key = _key(round, members)
    own = _divided(cents(total), key, members)
    subsidy = _divided(cents(round.subsidy), key if round.subsidy_by_key else keys.equal(), members)
    return [
        Stake(round=round, municipality=one, own=euro(own[one.key]), subsidy=euro(subsidy[one.key]))
        for one in members
    ]


def contributions_of(round: Round, members: Sequence[Municipality]) -> Decimal:
    """All contributions together: of an own table the sum of what stands in it."""
    if round.key != Round.Key.TABLE:
        return round.contributions
    return sum((amount_in(round, one) for one in members), Decimal(0))


def amount_in(round: Round, municipality: Municipality) -> Decimal:
    """What the own table says of a municipality; nothing where it is not named."""
    return Decimal(round.table.get(str(municipality.pk), "0"))


def _key(round: Round, members: Sequence[Municipality]) -> keys.Key:
    """The contributions of an own table are themselves its parts, so dividing their sum gives them back."""
    if round.key == Round.Key.INHABITANTS:
        return keys.per_inhabitant()
    if round.key == Round.Key.UNDER_25:
        return keys.per_young_inhabitant()
    if round.key == Round.Key.FIXED:
        return keys.fixed_plus_variable(each=cents(round.fixed_each or Decimal(0)))
    if round.key == Round.Key.TABLE:
        return keys.own_table({one.key: cents(amount_in(round, one)) for one in members})
    return keys.equal()


def _divided(total: int, key: keys.Key, members: Sequence[Municipality]) -> dict[str, int]:
    if not total:
        return {one.key: 0 for one in members}
    figures = {
        "inhabitants": {one.key: one.inhabitants for one in members},
        "under_25": {one.key: one.inhabitants_under_25 for one in members},
    }
    try:
        return keys.split(total, [one.key for one in members], key, figures).cents
    except keys.Unknown as error:
        names = ", ".join(one.name for one in members if one.key in error.who)
        says = _("We weten niet hoeveel inwoners %(names)s heeft. Kies een andere sleutel.")
        raise ValidationError({"key": says % {"names": names}}) from error
    except keys.Impossible as error:
        raise ValidationError({"fixed_each": _("Er is meer vast dan er te verdelen valt.")}) from error


def cents(amount: Decimal) -> int:
    return int(amount * 100)


def euro(whole: int) -> Decimal:
    return Decimal(whole) * CENT
