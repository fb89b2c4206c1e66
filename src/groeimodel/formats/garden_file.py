"""A garden as a JSON file, to draw one without the rest of the software. The form is explained in docs/garden-file.md."""

import json
from collections.abc import Callable, Iterable
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any, NoReturn

from groeimodel.rules.picture.canvas import safe_link
from groeimodel.rules.picture.garden import (
    Bouquet,
    Compost,
    Flower,
    Garden,
    Nutrient,
    Seed,
    Thread,
    Weather,
)

LARGEST = 2_000_000
"""Characters; a garden of 25 municipalities and 200 actions takes about 40,000."""


class BadGarden(ValueError):
    """The file is not a garden; the message has a line for each problem, with its path."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value must be."""

    says: str
    holds: Callable[[Any], bool]


def _number(value: Any, low: float, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


TEXT = Kind("moet een tekst zijn", lambda value: isinstance(value, str))
NAME = Kind(
    "moet een tekst zijn die niet leeg is", lambda value: isinstance(value, str) and bool(value.strip())
)
YES_NO = Kind("moet true of false zijn", lambda value: isinstance(value, bool))
SHARE = Kind("moet een getal van 0 tot 1 zijn", lambda value: _number(value, 0, 1))
SCORE = Kind(
    "moet een getal van 0 tot 100 zijn, of null", lambda value: value is None or _number(value, 0, 100)
)
COUNT = Kind(
    "moet een geheel getal vanaf 0 zijn",
    lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
)
LINK = Kind(
    "moet een adres zijn dat met https:// of # begint, of een adres op dezelfde site",
    lambda value: isinstance(value, str) and (not value or safe_link(value)),
)
PLOT = Kind(
    "moet de id van een gemeente zijn, of null", lambda value: value is None or isinstance(value, str)
)


def _one_of(*choices: str) -> Kind:
    return Kind(
        "moet een van deze zijn: " + ", ".join(choices),
        lambda value: value in choices and isinstance(value, str),
    )


PARTS: dict[str, tuple[type, dict[str, Kind]]] = {
    "members": (
        Nutrient,
        {
            "id": NAME,
            "name": NAME,
            "colour": COUNT,
            "alderman_seat": YES_NO,
            "officer_seat": YES_NO,
            "link": LINK,
        },
    ),
    "threads": (Thread, {"a": NAME, "b": NAME, "weight": SHARE}),
    "seeds": (Seed, {"id": NAME, "title": TEXT, "sprouting": YES_NO, "plot": PLOT, "link": LINK}),
    "flowers": (
        Flower,
        {
            "id": NAME,
            "title": TEXT,
            "species": _one_of("poppy", "cornflower", "sunflower", "mallow", "daisy"),
            "plot": PLOT,
            "progress": SHARE,
            "bloom": SHARE,
            "overdue": YES_NO,
            "link": LINK,
        },
    ),
    "compost": (Compost, {"id": NAME, "title": TEXT, "link": LINK}),
    "bouquets": (Bouquet, {"id": NAME, "title": TEXT, "link": LINK}),
}
OWN: dict[str, Kind] = {
    "title": TEXT,
    "soil_health": SCORE,
    "energy": SCORE,
    "trust": SCORE,
    "shop": _one_of("none", "scaffold", "open", "full"),
    "example": YES_NO,
    "link_soil": LINK,
    "link_shop": LINK,
    "link_weather": LINK,
    "link_compost": LINK,
}
WEATHER: dict[str, Kind] = {"known": SCORE, "shared": SCORE, "met": SCORE}


def read_garden(text: str) -> Garden:
    """A garden from the text of a JSON file. Raises `BadGarden` with every problem at once."""
    if len(text) > LARGEST:
        raise BadGarden(f"Dit bestand is te groot: hoogstens {LARGEST} tekens.")
    try:
        value = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise BadGarden(f"Dit is geen geldige JSON: {error}") from None
    if not isinstance(value, dict):
        raise BadGarden("Het bestand moet één JSON-object zijn: { … }.")
    problems: list[str] = []
    parts = _checked(value, OWN, Garden, "", problems, also={*PARTS, "weather"})
    for name in PARTS:
        if name in value:
            parts[name] = _rows(value[name], name, problems)
        elif name == "members":
            problems.append("members: ontbreekt")
    if "weather" in value:
        parts["weather"] = _weather(value["weather"], problems)
    _references(parts, problems)
    if problems:
        raise BadGarden("\n".join(problems))
    return Garden(**parts)


def write_garden(garden: Garden) -> str:
    """The text of a JSON file that `read_garden` turns into the same garden."""
    return json.dumps(asdict(garden), ensure_ascii=False, indent=2) + "\n"


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is geen getal")


def _checked(
    value: dict[str, Any],
    kinds: dict[str, Kind],
    into: type,
    path: str,
    problems: list[str],
    *,
    also: Iterable[str] = (),
) -> dict[str, Any]:
    """The values that are right; what is missing, unknown or wrong is added to `problems`."""
    needed = {one.name for one in fields(into) if one.default is MISSING and one.default_factory is MISSING}
    problems += [f"{path}{name}: ontbreekt" for name in kinds if name in needed and name not in value]
    known = set(kinds).union(also)
    problems += [f"{path}{name}: onbekend; bedoel je {_list(known)}?" for name in value if name not in known]
    problems += [
        f"{path}{name}: {kind.says}"
        for name, kind in kinds.items()
        if name in value and not kind.holds(value[name])
    ]
    return {name: value[name] for name in kinds if name in value}


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _rows(value: Any, name: str, problems: list[str]) -> tuple[Any, ...]:
    into, kinds = PARTS[name]
    if not isinstance(value, list):
        problems.append(f"{name}: moet een lijst zijn: [ … ]")
        return ()
    out = []
    for at, row in enumerate(value):
        before = len(problems)
        if isinstance(row, dict):
            right = _checked(row, kinds, into, f"{name}[{at}].", problems)
        else:
            problems.append(f"{name}[{at}]: moet een object zijn: {{ … }}")
        if len(problems) == before:
            out.append(into(**right))
    return tuple(out)


def _weather(value: Any, problems: list[str]) -> Weather:
    if not isinstance(value, dict):
        problems.append("weather: moet een object zijn: { … }")
        return Weather()
    before = len(problems)
    right = _checked(value, WEATHER, Weather, "weather.", problems)
    return Weather(**right) if len(problems) == before else Weather()


def _references(parts: dict[str, Any], problems: list[str]) -> None:
    """Ids are there once; plots and threads name a member. Looked at when the rows themselves are right."""
    if problems:
        return
    members = {one.id for one in parts["members"]}
    for name in ("members", "seeds", "flowers", "compost", "bouquets"):
        seen: set[str] = set()
        for at, one in enumerate(parts.get(name, ())):
            if one.id in seen:
                problems.append(f"{name}[{at}].id: {one.id!r} staat er al")
            seen.add(one.id)
    for name in ("seeds", "flowers"):
        problems += [
            f"{name}[{at}].plot: er is geen gemeente met id {one.plot!r}"
            for at, one in enumerate(parts.get(name, ()))
            if one.plot is not None and one.plot not in members
        ]
    for at, one in enumerate(parts.get("threads", ())):
        problems += [
            f"threads[{at}].{end}: er is geen gemeente met id {getattr(one, end)!r}"
            for end in ("a", "b")
            if getattr(one, end) not in members
        ]
