"""Filled-in questionnaires, as spreadsheets and form tools write them, into answers ready for the sums."""

from groeimodel.formats.questionnaire.files import MAX_BYTES
from groeimodel.formats.questionnaire.problems import BadInput, Problem
from groeimodel.formats.questionnaire.reading import Reading, read_questionnaire

__all__ = ["MAX_BYTES", "BadInput", "Problem", "Reading", "read_questionnaire"]
