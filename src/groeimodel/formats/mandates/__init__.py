"""Mandates of local governments as linked data (OSLO Mandaat): Turtle, or the JSON results of a SPARQL question.

Only what a seat needs is read: who, for which municipality, from when until when. National numbers, birth dates and
genders may stand in a file; they are never looked at. Where the words come from: docs/data/mandates.md. No Django.
"""

from groeimodel.formats.mandates.reading import MAX_BYTES, read_mandates
from groeimodel.formats.mandates.records import Mandate, Reading, RecordProblem
from groeimodel.formats.questionnaire.problems import BadInput

__all__ = ["MAX_BYTES", "BadInput", "Mandate", "Reading", "RecordProblem", "read_mandates"]
