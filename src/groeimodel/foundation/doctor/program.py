"""The program itself: Python, and what it is built on."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from itertools import zip_longest

from django.conf import settings

from groeimodel.foundation.doctor.findings import SETTINGS, Check, Said, Wishes, mend, ok

PRODUCT = "groeimodel"
NEEDED = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*([^;]*)(?:;\s*(.*))?")
BOUND = re.compile(r"(>=|<)\s*([\d.]+)")
AGAIN = "Installeer het product opnieuw (uv sync, of make install), met de extra's die je gebruikt."


def python(wishes: Wishes) -> Iterator[Said]:
    running = ".".join(map(str, sys.version_info[:3]))
    if fits(running, str(metadata(PRODUCT)["Requires-Python"])):
        yield ok(f"Python {running}.")
    else:
        yield mend(
            f"Python {running} is te oud voor deze versie.", "Installeer Python 3.11 of nieuwer.", SETTINGS
        )


def packages(wishes: Wishes) -> Iterator[Said]:
    troubled = [one for one in map(_trouble, requires(PRODUCT) or []) if one]
    for one in troubled:
        yield mend(one, AGAIN, SETTINGS)
    if not troubled:
        yield ok(f"Groeimodel {version(PRODUCT)}, met alles waarop het bouwt.")


def _trouble(requirement: str) -> str:
    found = NEEDED.fullmatch(requirement)
    if found is None or not _is_used(found[3] or ""):
        return ""
    try:
        there = version(found[1])
    except PackageNotFoundError:
        return f"Het pakket {found[1]} ontbreekt."
    return (
        ""
        if fits(there, found[2])
        else f"Het pakket {found[1]} is van versie {there}; nodig is {found[2].strip()}."
    )


def _is_used(marker: str) -> bool:
    """Extras count where this installation uses them."""
    used = {
        "postgres": settings.DATABASES["default"]["ENGINE"].endswith("postgresql"),
        "s3": settings.STORAGES["files"]["BACKEND"].startswith("storages."),
    }
    extra = re.search(r"extra == ['\"](\w+)['\"]", marker)
    return used.get(extra[1], False) if extra else True


def fits(there: str, bounds: str) -> bool:
    """Whether a version lies within bounds such as '>=5.2.9,<5.3'; other signs than these two are not used by us."""
    for sign, bound in BOUND.findall(bounds):
        pairs = zip_longest(_numbers(there), _numbers(bound), fillvalue=0)
        first = next(((one, other) for one, other in pairs if one != other), (0, 0))
        if (first[0] < first[1]) if sign == ">=" else (first[0] >= first[1]):
            return False
    return True


def _numbers(text: str) -> list[int]:
    found = re.match(r"\d+(?:\.\d+)*", text)
    return [int(one) for one in found[0].split(".")] if found else []


CHECKS = (Check("program.python", python), Check("program.packages", packages))
