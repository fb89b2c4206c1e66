"""How what happens in this room is told, on the timeline and in mails."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("counter:list", args=[slug])


def support(slug: str) -> str:
    return reverse("counter:support", args=[slug])


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
    _tell_keeping()


def _tell_keeping() -> None:
    """What is done behind the window."""
    quiet = {
        "counter.list_checked": _("%(who)s keek de lijst van een aanbod na."),
        "counter.anchored": _("%(who)s zei tot wanneer een aanbod zeker is."),
        "counter.bouquet_changed": _("%(who)s schikte een boeket anders."),
        "counter.bouquet_untied": _("%(who)s haalde een boeket uit elkaar."),
        "counter.speciality_changed": _("%(who)s veranderde een specialiteit."),
        "counter.speciality_dropped": _("%(who)s haalde een specialiteit weg."),
        "counter.supplier_added": _("%(who)s noteerde een leverancier."),
        "counter.supplier_changed": _("%(who)s veranderde de gegevens van een leverancier."),
        "counter.supplier_removed": _("%(who)s haalde een leverancier weg."),
        "counter.agreement_made": _("%(who)s noteerde een afspraak met een leverancier."),
        "counter.agreement_changed": _("%(who)s veranderde een afspraak met een leverancier."),
        "counter.agreement_removed": _("%(who)s haalde een afspraak met een leverancier weg."),
    }
    for verb, words in quiet.items():
        tell(verb, words, quiet=True)
    tell("counter.bouquet_tied", _("%(who)s bond een boeket voor de winkel."), link=page)
    tell("counter.speciality_stated", _("%(who)s noteerde waarin de samenwerking sterk wil zijn."), link=page)
    tell(
        "counter.support_asked", _("%(who)s vroeg de schepenen naar de steun van hun college."), link=support
    )
    tell(
        "counter.support_said",
        _("De schepen van %(municipality)s zei hoe sterk het college achter de winkel staat."),
        link=support,
        quiet=True,
    )
