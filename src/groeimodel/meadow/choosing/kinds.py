"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.meadow.choosing.letters import ASK, NEWS


def register_all() -> None:
    register(Kind(ASK, label=_("Samen kiezen: je stem of je indeling wordt gevraagd")))
    register(Kind(NEWS, label=_("Samen kiezen: wat er beslist of veranderd is"), optional=True))
