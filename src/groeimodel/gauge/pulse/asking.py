"""What the pulse asks of people: three taps."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.gauge.pulse.selectors import open_for


def asks_of(here: Here) -> list[Ask]:
    """One query."""
    url = reverse("pulse:page", args=[here.partnership.slug])
    why = _("Drie tikken, tien seconden. Niemand ziet wat jij antwoordt.")
    return [
        Ask(_("Hoe was '%(title)s'?") % {"title": one.meeting.title}, why, url, weight=50, due=one.closes_on)
        for one in open_for(here.person.pk, here.partnership)
    ]
