"""Choosing together within a budget: exact rules, and what they answer. In words: docs/rules/choosing.md."""

from groeimodel.rules.choosing.election import Ballot, Cap, Election, Project, counted
from groeimodel.rules.choosing.greedy import consent, greedy, phragmen
from groeimodel.rules.choosing.outcome import Account, Outcome, Tie
from groeimodel.rules.choosing.settings import MONEY, RULES, TIES, Settings, choose
from groeimodel.rules.choosing.shares import COMPLETIONS, SATISFACTIONS, equal_shares

__all__ = [
    "COMPLETIONS",
    "MONEY",
    "RULES",
    "SATISFACTIONS",
    "TIES",
    "Account",
    "Ballot",
    "Cap",
    "Election",
    "Outcome",
    "Project",
    "Settings",
    "Tie",
    "choose",
    "consent",
    "counted",
    "equal_shares",
    "greedy",
    "phragmen",
]
