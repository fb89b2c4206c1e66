"""What questions ask of whoever answers them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.asks import Ask, Here
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.contact.selectors import who_answers
from groeimodel.rules.rights import Role


def asks_of(here: Here) -> list[Ask]:
    """Two queries, none for whoever answers nothing."""
    if not here.has(Role.SUPPORTER, Role.COORDINATOR):
        return []
    rows = list(Question.objects.filter(partnership=here.partnership, answered_at=None, passed_at=None))
    if not rows or here.person not in who_answers(here.partnership):
        return []
    waiting, late = len(rows), sum(one.late for one in rows)
    title = ngettext("Antwoord op %(n)s vraag", "Antwoord op %(n)s vragen", waiting) % {"n": waiting}
    why = _("Iemand wacht op je raad.")
    if late:
        why = ngettext(
            "%(n)s vraag wacht langer dan beloofd.", "%(n)s vragen wachten langer dan beloofd.", late
        ) % {"n": late}
    due = min(one.promised_on for one in rows)
    return [Ask(title=title, why=why, url=reverse("contact:inbox"), weight=95 if late else 85, due=due)]
