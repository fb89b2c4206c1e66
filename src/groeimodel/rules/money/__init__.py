"""Keys from what was kept, payment references, and sums over years (claims B5, B7). In words: `docs/rules/money.md`.

key_of({"name": "mixed", "slices": [{"by": "equal", "part": "1/2"}, {"by": "inhabitants"}]})
reference(26, 17)     # '260000001792'
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from groeimodel.rules import keys
from groeimodel.rules.keys import Key, Slice

PARTICIPATION = "participation"
"""In how many shared actions of the year a municipality takes part."""
SIMPLE = ("equal", "inhabitants", "under_25", PARTICIPATION)


def key_of(said: Mapping[str, Any]) -> Key:
    """A key as it is kept in JSON: fractions as text, '1/3'.

    Raises:
        ValueError: it is no key.
    """
    name = said.get("name")
    if name in SIMPLE:
        return Key(str(name), (Slice(str(name)),))
    if name == "table":
        return keys.own_table({who: Fraction(part) for who, part in said["table"].items()})
    if name == "mixed":
        return Key("mixed", tuple(_slice(one) for one in said["slices"]))
    raise ValueError(f"no key is called {name}")


def _slice(said: Mapping[str, Any]) -> Slice:
    each, part = said.get("each"), said.get("part")
    return Slice(str(said["by"]), each=each, part=Fraction(part) if part is not None else None)


def mixed(weights: Mapping[str, int]) -> dict[str, Any]:
    """The key in which each figure divides its part of the total, by whole weights: {'equal': 50, 'inhabitants': 50}.

    Raises:
        ValueError: no weight is above zero.
    """
    chosen = [(by, weight) for by, weight in weights.items() if weight > 0]
    if not chosen:
        raise ValueError("a mixed key has at least one part")
    if len(chosen) == 1:
        return {"name": chosen[0][0]}
    total = sum(weight for _by, weight in chosen)
    first = [{"by": by, "part": str(Fraction(weight, total))} for by, weight in chosen[:-1]]
    return {"name": "mixed", "slices": [*first, {"by": chosen[-1][0]}]}


def reference(year: int, number: int) -> str:
    """Twelve digits that a bank carries along: year, number, and the remainder by 97 (97 where it is zero).

    Raises:
        ValueError: a number of more than eight digits.
    """
    if not 0 < number < 10**8:
        raise ValueError("a reference holds eight digits")
    base = f"{year % 100:02d}{number:08d}"
    return f"{base}{int(base) % 97 or 97:02d}"
