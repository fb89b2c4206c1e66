"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register


def register_all() -> None:
    register(Kind("meetings.invitation", label=_("Uitnodigingen voor ontmoetingen")))
    register(Kind("meetings.change", label=_("Verzette en afgezegde ontmoetingen")))
    register(Kind("meetings.brief", label=_("Thema's voor schepenen, voor een ontmoeting"), optional=True))
