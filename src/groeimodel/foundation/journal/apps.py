from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "groeimodel.foundation.journal"
    label = "journal"
    verbose_name = "Logboek"
