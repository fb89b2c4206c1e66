from django.apps import AppConfig


class ExpertiseConfig(AppConfig):
    name = "groeimodel.soil.expertise"
    label = "expertise"
    verbose_name = "Expertise"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.expertise import asking, finding
        from groeimodel.soil.expertise.telling import tell_all

        tell_all()
        asks.register(asking.asks_of)
        searchable.register(finding.EXPERTISE)
