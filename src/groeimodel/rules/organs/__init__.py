"""Organs and terms: templates of legal forms, checks, and what happens when a term ends. In words: `docs/rules/organs.md`."""

from groeimodel.rules.organs.checks import Check, Heads, Place, checks_of
from groeimodel.rules.organs.expiry import (
    WARNINGS,
    Bounds,
    Expiry,
    Renewal,
    expiry,
    is_election_year,
    problems_of_term,
    renewal,
)
from groeimodel.rules.organs.templates import Form, OrganTemplate, Rule, SeatTemplate, Value

__all__ = [
    "WARNINGS",
    "Bounds",
    "Check",
    "Expiry",
    "Form",
    "Heads",
    "OrganTemplate",
    "Place",
    "Renewal",
    "Rule",
    "SeatTemplate",
    "Value",
    "checks_of",
    "expiry",
    "is_election_year",
    "problems_of_term",
    "renewal",
]
