from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "groeimodel.foundation.decisions"
    label = "decisions"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from groeimodel.foundation.decisions import finding
        from groeimodel.foundation.decisions.telling import tell_all
        from groeimodel.foundation.search import kinds as searchable

        tell_all()
        searchable.register(finding.DECISIONS)
