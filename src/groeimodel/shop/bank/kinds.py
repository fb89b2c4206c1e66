"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register
from groeimodel.shop.bank.letters import KIND


def register_all() -> None:
    register(Kind(KIND, label=_("Brieven voor de bijdrage van je gemeente")))
