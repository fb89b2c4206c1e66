"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.shop.counter.letters import KIND


def register_all() -> None:
    register(
        Kind(KIND, label=_("Hoe sterk staat je college achter de winkel? Eén vraag per jaar, voor schepenen"))
    )
