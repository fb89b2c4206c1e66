"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register


def register_all() -> None:
    register(Kind("reports.report", label=_("Verslagen van je ambtenaar")))
    register(Kind("reports.after", label=_("Na een ontmoeting: wat neem je mee?"), optional=True))
