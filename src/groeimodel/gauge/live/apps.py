from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "groeimodel.gauge.live"
    label = "live"
    verbose_name = "Livesessies"

    def ready(self) -> None:
        from groeimodel.gauge.live import tasks  # noqa: F401
        from groeimodel.gauge.live.telling import tell_all

        tell_all()
