"""Trust: what may be shown of a pulse, and how trust goes together with involvement. In words: docs/rules/trust.md."""

from groeimodel.rules.trust.linking import FEWEST_PARTNERS, Link, link
from groeimodel.rules.trust.publishing import FEWEST_PEOPLE, QUESTIONS, Figures, publish

__all__ = ["FEWEST_PARTNERS", "FEWEST_PEOPLE", "QUESTIONS", "Figures", "Link", "link", "publish"]
