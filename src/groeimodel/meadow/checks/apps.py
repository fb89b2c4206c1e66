from django.apps import AppConfig


class ChecksConfig(AppConfig):
    name = "groeimodel.meadow.checks"
    label = "checks"
    verbose_name = "Lokale toetsen"

    def ready(self) -> None:
        from groeimodel.meadow.checks import following, kinds
        from groeimodel.meadow.checks.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
