from django.apps import AppConfig


class BackupConfig(AppConfig):
    name = "groeimodel.foundation.backup"
    label = "backup"
    verbose_name = "Reservekopieën"

    def ready(self) -> None:
        from groeimodel.foundation.backup import selectors
        from groeimodel.foundation.files import holding

        holding.hold_while(selectors.one_runs)
