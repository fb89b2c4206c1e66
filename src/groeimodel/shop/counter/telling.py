"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return f"{reverse('garden:home', args=[slug])}#winkel"


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell(
        "counter.offer_added",
        _("Er staat een nieuw aanbod in de winkel."),
        link=page,
        was="structure.offer_added",
    )
    tell(
        "counter.offer_drafted",
        _("Een actie van de weide wordt aanbod van de winkel."),
        link=page,
        was="structure.offer_drafted",
    )
    tell(
        "counter.offer_changed",
        _("%(who)s werkte aan een aanbod."),
        quiet=True,
        was="structure.offer_changed",
    )
    tell("counter.offer_begun", _("%(who)s begon aan een nieuw aanbod voor de winkel."), link=page)
    tell("counter.offer_withdrawn", _("%(who)s haalde een aanbod uit de winkel."), link=page)
    tell("counter.offer_restored", _("%(who)s zette een aanbod terug in de winkel."), link=page)
    tell("counter.picture_hung", _("%(who)s zette een foto bij een aanbod."), quiet=True)
    tell("counter.picture_taken_off", _("%(who)s haalde de foto bij een aanbod weg."), quiet=True)
    tell("counter.used", _("Een aanbod van de winkel werd gebruikt."), quiet=True)
    tell("counter.use_forgotten", _("%(who)s haalde een telling bij een aanbod weg."), quiet=True)
