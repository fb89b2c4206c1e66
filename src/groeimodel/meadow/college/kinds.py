"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.meadow.college.letters import KIND


def register_all() -> None:
    """Called once, when the room is ready."""
    register(Kind(KIND, label=_("Een week voor een moment met je college")))
