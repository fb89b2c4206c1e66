"""How what happens at the desk is told. Of customers nothing but that somebody asked."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def page(slug: str) -> str:
    return reverse("desk:list", args=[slug])


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("desk.opened", _("De balie van de winkel is open voor aanvragen."), link=page)
    tell("desk.closed", _("De balie van de winkel neemt nu geen aanvragen aan."), link=page)
    tell("desk.asked", _("Iemand vroeg iets aan de winkel."), link=page)
    tell("desk.finished", _("Een aanvraag aan de winkel is afgerond."), link=page)
    tell("desk.bookable_added", _("%(who)s zette iets nieuws klaar om te boeken."), link=page)
    for verb, sentence in QUIET.items():
        tell(verb, sentence, quiet=True)


QUIET = {
    "desk.changed": _("%(who)s veranderde hoe de balie werkt."),
    "desk.assigned": _("%(person)s volgt een aanvraag op."),
    "desk.corrected": _("%(who)s verbeterde de gegevens van een aanvraag."),
    "desk.noted": _("%(who)s schreef een nota bij een aanvraag."),
    "desk.answered": _("%(who)s antwoordde op een aanvraag."),
    "desk.proposed": _("%(who)s deed een voorstel op maat."),
    "desk.agreed": _("%(who)s maakte een afspraak met een klant."),
    "desk.declined": _("%(who)s zei met een reden nee op een aanvraag."),
    "desk.told": _("Een klant schreef iets bij een aanvraag."),
    "desk.accepted": _("Een klant zei ja op een voorstel."),
    "desk.withdrawn": _("Een klant trok een aanvraag in."),
    "desk.reopened": _("%(who)s opende een aanvraag weer."),
    "desk.erased": _("De namen en de tekst van een oude aanvraag zijn gewist."),
    "desk.bookable_changed": _("%(who)s veranderde iets dat je kunt boeken."),
    "desk.booked": _("%(who)s noteerde een boeking."),
    "desk.booking_cancelled": _("%(who)s annuleerde een boeking."),
    "desk.booking_restored": _("%(who)s zette een boeking terug."),
}
