"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.shop.desk.letters import CONFIRM, INSIDE, STATE, THANKS

BECAUSE = _("Je krijgt deze mail omdat je met dit adres iets vroeg aan een bloemenwinkel voor jeugd.")


def register_all() -> None:
    """Called once, when the room is ready."""
    register(
        Kind(
            CONFIRM,
            label=_("Aanvragen: bevestig je vraag"),
            why=_(
                "Je krijgt deze mail omdat iemand met dit adres iets vroeg aan een bloemenwinkel voor jeugd."
            ),
            keep_days=7,
        )
    )
    register(Kind(STATE, label=_("Aanvragen: nieuws over je aanvraag"), why=BECAUSE))
    register(Kind(THANKS, label=_("Aanvragen: hoe was het?"), why=BECAUSE, optional=True))
    register(Kind(INSIDE, label=_("Aanvragen aan de winkel die je opvolgt of verdeelt"), optional=True))
