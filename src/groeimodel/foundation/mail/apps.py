from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.journal.telling import tell


class MailConfig(AppConfig):
    name = "groeimodel.foundation.mail"
    label = "mail"
    verbose_name = "Mails"

    def ready(self) -> None:
        from groeimodel.foundation.mail import delivery, kinds, nightly  # noqa: F401 (they register their jobs)

        kinds.register(kinds.Kind("mail.test", label=_("Proefmails")))
        kinds.register(kinds.Kind("mail.digest", label=_("Overzicht van wat er gebeurde"), optional=True))
        tell("mail.wishes_changed", _("%(who)s koos welke mails er nog komen."), quiet=True)
