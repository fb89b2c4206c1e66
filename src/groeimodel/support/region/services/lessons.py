"""Sending a lesson of the library on to who coordinates."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.energy.services import coordinators_of
from groeimodel.soil.lessons.selectors import Shared
from groeimodel.support.region.consent import require_consent


@transaction.atomic
def send_lesson(*, partnership: Partnership, lesson: Shared, actor: Person | None) -> int:
    """Mail a lesson, as the library shows it, to who coordinates; how many people got it.

    Raises:
        ValidationError: nobody coordinates.
    """
    require(actor, "region.see", partnership)
    require_consent(partnership, actor)
    people = coordinators_of(partnership)
    if not people:
        raise ValidationError(_("Niemand coördineert deze samenwerking, dus niemand krijgt de les."))
    words = {"who": actor.name if actor else "", "title": lesson.title}
    letter = Letter(
        subject=_("Een les die jullie kan helpen: %(title)s") % words,
        paragraphs=[
            _("%(who)s vond dit in de bibliotheek en dacht aan jullie:") % words,
            lesson.title,
            lesson.learned,
            *([lesson.helps] if lesson.helps else []),
        ],
        action=Action(
            label=_("Lees ze in de bibliotheek"),
            url=f"{reverse('lessons:library')}?{urlencode({'q': lesson.title[:60]})}",
        ),
    )
    for person in people:
        post(kind="region.lesson", to=person, letter=letter, partnership=partnership, actor=actor)
    record("region.lesson_sent", partnership=partnership, actor=actor, data={"lesson": lesson.pk})
    return len(people)
