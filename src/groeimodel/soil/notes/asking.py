"""What notes ask of people: do the task they took."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.soil.notes.selectors import open_tasks


def asks_of(here: Here) -> list[Ask]:
    """One query."""
    url = reverse("notes:tasks", args=[here.partnership.slug])
    found = []
    for one in open_tasks(here.partnership).filter(owner=here.person):
        late = one.due is not None and one.due < here.today
        why = (
            _("Die datum is voorbij. Vink ze af, of spreek iets anders af.")
            if late
            else _("Je nam deze taak op je.")
        )
        found.append(Ask(one.text, why, url, weight=85 if late else 60, due=one.due))
    return found
