"""From a file to what it says of the members of a partnership, with all that is wrong at once."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.formats.mandates import BadInput, Reading, read_mandates
from groeimodel.foundation.aldermen.planning import Ours, ours_of
from groeimodel.foundation.partners.models import Partnership

MOST_SHOWN = 50
"""Of the problems; the rest is counted."""


class Unusable(Exception):
    """A file from which nothing is taken; `problems` says why, in sentences."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_file(data: bytes) -> Reading:
    """The mandates of a file.

    Raises:
        Unusable: it is no file of mandates.
    """
    try:
        return read_mandates(data)
    except BadInput as error:
        raise Unusable([*map(str, error.problems), *error.more]) from error


def about_members(reading: Reading, partnership: Partnership) -> Ours:
    """What it says of the members. A slip about another municipality is nobody's trouble here.

    Raises:
        Unusable: something about a member is wrong, or it is about no member at all.
    """
    ours = ours_of(partnership, reading.mandates, reading.problems)
    if ours.problems:
        raise Unusable(in_words([f"{one.municipality}: {one.text}" for one in ours.problems]))
    if not ours.mandates:
        text = _("Dit bestand gaat niet over jullie gemeenten.")
        if reading.problems:
            text = _("Dit bestand gaat niet over jullie gemeenten, of de gemeente ontbreekt bij de mandaten.")
        raise Unusable([text])
    return ours


def in_words(problems: list[str]) -> list[str]:
    more = len(problems) - MOST_SHOWN
    if more <= 0:
        return problems
    rest = ngettext("En nog %(n)s andere fout.", "En nog %(n)s andere fouten.", more) % {"n": more}
    return [*problems[:MOST_SHOWN], rest]
