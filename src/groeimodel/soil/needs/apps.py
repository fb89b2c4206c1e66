from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "groeimodel.soil.needs"
    label = "needs"
    verbose_name = "Noden"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.needs import asking, finding, following
        from groeimodel.soil.needs.telling import tell_all

        tell_all()
        following.listen()
        asks.register(asking.asks_of)
        searchable.register(finding.NEEDS)
