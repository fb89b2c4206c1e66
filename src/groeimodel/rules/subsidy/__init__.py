"""Subsidy of a scheme and a term: conditions, co-financing, lever, what is due. In words: `docs/rules/subsidy.md`."""

from groeimodel.rules.subsidy.checks import Check, Facts, checks_of
from groeimodel.rules.subsidy.cofinancing import Cofinancing, Means, Side, Year, cofinancing_of, lever_of
from groeimodel.rules.subsidy.schemes import (
    CHECKED,
    Block,
    Document,
    Own,
    Rule,
    Scheme,
    parse_value,
)

__all__ = [
    "CHECKED",
    "Block",
    "Check",
    "Cofinancing",
    "Document",
    "Facts",
    "Means",
    "Own",
    "Rule",
    "Scheme",
    "Side",
    "Year",
    "checks_of",
    "cofinancing_of",
    "lever_of",
    "parse_value",
]
