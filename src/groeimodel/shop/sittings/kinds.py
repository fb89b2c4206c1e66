"""The kinds of mail of this room."""

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.mail.kinds import Kind, register

WHY = _("Je krijgt deze mail omdat je een zetel hebt in dit orgaan.")


def register_all() -> None:
    register(Kind("sittings.invitation", label=_("Uitnodigingen voor zittingen"), why=WHY))
    register(Kind("sittings.change", label=_("Verzette en afgezegde zittingen"), why=WHY))
