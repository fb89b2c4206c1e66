"""What a digest tells of somebody's partnerships: what happened since the last one, from the journal."""

from datetime import datetime

from groeimodel.foundation.journal.selectors import happened
from groeimodel.foundation.mail.digest import Block, Line
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.people.models import Person

MOST = 12
"""Lines for each partnership; the rest is on its own page."""


def what_happened(person: Person, since: datetime) -> list[Block]:
    """A block for each partnership in which anything happened, without what this person did: they know."""
    own = partnerships_of(person).filter(listed_only=False).order_by("name")
    return [
        Block(one.name, [Line(told.sentence, told.url) for told in news])
        for one in own
        if (news := happened([one.pk], since=since, most=MOST, besides=person.pk))
    ]
