from django.apps import AppConfig


class StructureConfig(AppConfig):
    name = "groeimodel.shop.structure"
    label = "structure"
    verbose_name = "Winkel"

    def ready(self) -> None:
        from groeimodel.foundation import records
        from groeimodel.shop.structure import selectors

        records.register(selectors.records_of)
        from groeimodel.shop.structure.telling import tell_all

        tell_all()
        from groeimodel.foundation import asks, panels
        from groeimodel.shop.structure import access, asking, following, offering  # noqa: F401

        following.listen()
        asks.register(asking.asks_of)
        panels.offer("actions.action", offering.on_action)
