"""The growth model: its content, and the way from answers to a diagnosis."""

from groeimodel.rules.growth.assemble import diagnose
from groeimodel.rules.growth.change import compare

__all__ = ["compare", "diagnose"]
