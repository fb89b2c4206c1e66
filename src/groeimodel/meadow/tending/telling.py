"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell
from groeimodel.meadow.tending.models import Signal


def news(slug: str) -> str:
    return reverse("tending:news", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready. News is told in its own words in the digest (`digest.py`)."""
    tell("tending.updated", _("%(who)s vertelde nieuws over een actie."), link=news, quiet=True)
    tell("tending.update_removed", _("%(who)s haalde nieuws over een actie weg."), quiet=True)
    tell("tending.task_added", _("%(who)s noteerde een taak bij een actie."), quiet=True)
    tell("tending.task_changed", _("%(who)s veranderde een taak bij een actie."), quiet=True)
    tell("tending.task_done", _("%(who)s vinkte een taak van een actie af."), quiet=True)
    tell("tending.task_reopened", _("%(who)s zette een taak van een actie weer open."), quiet=True)
    tell("tending.task_removed", _("%(who)s haalde een taak van een actie weg."), quiet=True)
    tell("tending.expense_noted", _("%(who)s noteerde een uitgave van € %(amount)s."), quiet=True)
    tell("tending.expense_asked", _("%(who)s vraagt of een uitgave van € %(amount)s mag."), quiet=True)
    tell("tending.expense_given", _("%(who)s keurde een uitgave van € %(amount)s goed."))
    tell("tending.expense_refused", _("%(who)s keurde een uitgave van € %(amount)s niet goed."))
    tell("tending.expense_removed", _("%(who)s haalde een uitgave van € %(amount)s weg bij een actie."))
    tell("tending.expense_countered", _("%(who)s zette een uitgave van € %(amount)s recht."))
    tell("tending.bound_set", _("%(who)s koos tot welk bedrag een tuinier alleen beslist."))
    tell("tending.hours_noted", _("%(who)s noteerde uren bij een actie."), quiet=True)
    tell("tending.hours_removed", _("%(who)s haalde uren bij een actie weg."), quiet=True)
    tell("tending.result_noted", _("%(who)s noteerde een resultaat van een actie."), quiet=True)
    tell("tending.result_removed", _("%(who)s haalde een resultaat van een actie weg."), quiet=True)
    tell(
        "tending.signalled",
        _("Een actie vraagt aandacht: %(kind)s."),
        quiet=True,
        kind=dict(Signal.Kind.choices),
    )
