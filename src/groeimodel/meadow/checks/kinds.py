"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.meadow.checks.letters import KIND


def register_all() -> None:
    register(Kind(KIND, label=_("Past dit bij jullie? Lokale toetsen en de mening van schepenen")))
