"""The one mail of this room: a week before a moment, to whoever takes it upon them."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.meadow.college.bearers import bearers_of
from groeimodel.meadow.college.models import Moment

KIND = "college.soon"


def remind(moment: Moment) -> int:
    """Returns how many mails."""
    bearers = bearers_of(moment.partnership, [moment.municipality.today])
    day = date_format(moment.on, "l j F")
    letter = Letter(
        subject=_("Binnenkort bij je college: %(what)s") % {"what": moment.with_what},
        paragraphs=[
            _("Jullie planden een moment met het college van %(municipality)s, op %(day)s.")
            % {"municipality": moment.municipality.name_today, "day": day},
            _("Waarvoor: %(purpose)s") % {"purpose": moment.purpose},
            _("Waarmee: %(what)s") % {"what": moment.with_what},
        ],
        action=Action(_("Bekijk het moment"), moment.get_absolute_url()),
        after=[]
        if bearers.planned(moment)
        else [_("Jij krijgt dit omdat voor deze taak nog niemand is aangeduid.")],
    )
    people = {one.pk: one for one in bearers.of(moment)}
    sent = [post(kind=KIND, to=one, letter=letter, partnership=moment.partnership) for one in people.values()]
    return sum(mail is not None for mail in sent)
