"""What rules hold for an organ: its own statutes where it has them, else the template of its legal form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from groeimodel.content.forms import form_of, forms
from groeimodel.rules.organs import OrganTemplate, Rule, Value
from groeimodel.rules.votes import Statute, statute_of
from groeimodel.shop.organs.models import Organ


def template_of(organ: Organ) -> OrganTemplate:
    """The template of this kind in the legal form of the partnership; of another form where this one knows no such organ."""
    own = form_of(organ.partnership.legal_form).organ(organ.kind)
    return own or next(found for form in forms().values() if (found := form.organ(organ.kind)))


def statute_data(organ: Organ) -> Mapping[str, Any]:
    """In the shape of `rules/votes`."""
    data: Mapping[str, Any] = organ.statute or template_of(organ).statute
    return data


def statute_for(organ: Organ) -> Statute:
    """How this organ meets and votes; no query where the partnership came along."""
    return statute_of(statute_data(organ))


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule as it holds for one organ."""

    rule: Rule
    value: Value
    own: bool
    """By the own statutes; else the template, with its source and status."""


CHECKED = ("every_member", "who", "opposition", "max_seats", "gender_cap", "incompatible")
"""Rules that a check reckons with; a partnership may set each of them by its statutes."""


def applied(organ: Organ) -> dict[str, Applied]:
    """By id: every rule of the template, and every rule that the own statutes add."""
    found = {one.id: Applied(one, one.value, False) for one in template_of(organ).rules}
    for name, value in organ.limits.items():
        rule = found[name].rule if name in found else Rule(name, "", None, "", False)
        found[name] = Applied(rule, tuple(value) if isinstance(value, list) else value, True)
    return found


def limits_of(organ: Organ) -> dict[str, Value]:
    """What the checks reckon with, by id of the rule."""
    return {name: one.value for name, one in applied(organ).items() if name in CHECKED}
