from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    name = "groeimodel.foundation.mail"
    label = "mail"
    verbose_name = "Mails"

    def ready(self) -> None:
        from groeimodel.foundation.mail import delivery, kinds  # noqa: F401 (registers its job)

        kinds.register(kinds.Kind("mail.test", label=_("Proefmails")))
        kinds.register(kinds.Kind("mail.digest", label=_("Overzicht van wat er gebeurde"), optional=True))
