from django.apps import AppConfig


class AldermenConfig(AppConfig):
    name = "groeimodel.foundation.aldermen"
    label = "aldermen"
    verbose_name = "Schepenen uit het mandatenregister"

    def ready(self) -> None:
        from groeimodel.foundation.aldermen import tasks  # noqa: F401
        from groeimodel.foundation.aldermen.telling import tell_all

        tell_all()
