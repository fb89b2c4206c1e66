from django.apps import AppConfig


class CounterConfig(AppConfig):
    name = "groeimodel.shop.counter"
    label = "counter"
    verbose_name = "Aanbod"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.shop.counter import access, asking, documents, following, offering  # noqa: F401
        from groeimodel.shop.counter.telling import tell_all

        tell_all()
        following.listen()
        documents.accept_rows()
        asks.register(asking.asks_of)
        panels.offer("actions.action", offering.on_action)
