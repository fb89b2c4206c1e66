"""What somebody does with the own data is told to nobody; that it was done stands in the journal."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


def tell_all() -> None:
    """Called once, when the room is ready."""
    tell("privacy.name_changed", _("%(who)s verbeterde een naam."), quiet=True)
    tell("privacy.address_changed", _("Een e-mailadres is veranderd."), quiet=True)
    tell("privacy.erasure_asked", _("%(who)s vroeg om gegevens te wissen."), quiet=True)
    tell("privacy.erasure_stopped", _("Het wissen van gegevens is gestopt."), quiet=True)
    tell("privacy.erased", _("De gegevens van iemand zijn gewist."), quiet=True)
