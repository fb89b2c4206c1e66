"""How what happens in this room is told, on the timeline and in mails. Amounts stay on the pages of money."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell

CHANGES = {"joining": _("komt erbij"), "leaving": _("gaat weg")}


def page(slug: str) -> str:
    return reverse("money:page", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("money.year_opened", _("De boeken van %(year)s zijn begonnen."), link=page)
    tell("money.year_closed", _("De boeken van %(year)s zijn afgesloten."), link=page)
    tell("money.budget_written", _("%(who)s werkte aan de begroting van %(year)s."), quiet=True)
    tell("money.budget_copied", _("%(who)s nam posten over in de begroting van %(year)s."), quiet=True)
    tell("money.posted", _("%(who)s noteerde een boeking in %(year)s."), quiet=True)
    tell("money.reversed", _("%(who)s zette een boeking recht in %(year)s."), quiet=True)
    tell("money.taken_back", _("%(who)s haalde een boeking van dezelfde dag weer weg."), quiet=True)
    tell("money.called", _("De bijdragen voor %(year)s zijn gevraagd."), link=page)
    tell("money.call_withdrawn", _("Een vraag om bijdragen voor %(year)s is teruggenomen."), link=page)
    tell("money.committed", _("%(municipality)s beloofde een vaste bijdrage voor enkele jaren."), link=page)
    tell(
        "money.change_asked",
        _("Of %(municipality)s partner wordt of weggaat, staat op een agenda."),
        link=page,
    )
    tell("money.change_done", _("Beslist: %(municipality)s %(kind)s."), link=page, kind=CHANGES)
    tell("money.change_down", _("Niet aangenomen: %(municipality)s %(kind)s."), link=page, kind=CHANGES)
    tell(
        "money.accounts_adopted", _("De rekening van %(year)s is goedgekeurd, besluit %(number)s."), link=page
    )
    tell("money.function_added", _("Er is een functie genoteerd."), quiet=True)
    tell("money.function_ended", _("Een functie loopt af."), quiet=True)
    tell("money.month_noted", _("%(who)s noteerde uren van een maand."), quiet=True)
