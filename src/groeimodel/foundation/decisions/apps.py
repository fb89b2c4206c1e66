from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "groeimodel.foundation.decisions"
    label = "decisions"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from groeimodel.foundation.decisions.telling import tell_all

        tell_all()
