"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.gauge.expectations.letters import KIND


def register_all() -> None:
    register(Kind(KIND, label=_("Wat verwacht je? De rondes van de graadmeter")))
