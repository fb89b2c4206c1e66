from django.apps import AppConfig


class HarvestConfig(AppConfig):
    name = "groeimodel.soil.harvest"
    label = "harvest"
    verbose_name = "Oogst"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.soil.harvest import asking, documents
        from groeimodel.soil.harvest.telling import tell_all

        tell_all()
        asks.register(asking.asks_of)
        documents.accept_harvest()
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.harvest import finding

        searchable.register(finding.HARVEST)
