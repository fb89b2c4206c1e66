"""Choosing together within a budget: exact rules, and what they answer. In words: docs/rules/choosing.md."""

from groeimodel.rules.choosing.election import Ballot, Cap, Election, Project
from groeimodel.rules.choosing.greedy import consent, greedy, phragmen
from groeimodel.rules.choosing.outcome import Outcome, Tie
from groeimodel.rules.choosing.shares import COMPLETIONS, SATISFACTIONS, equal_shares

__all__ = [
    "COMPLETIONS",
    "SATISFACTIONS",
    "Ballot",
    "Cap",
    "Election",
    "Outcome",
    "Project",
    "Tie",
    "consent",
    "equal_shares",
    "greedy",
    "phragmen",
]
