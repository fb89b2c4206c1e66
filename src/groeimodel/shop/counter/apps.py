from django.apps import AppConfig


class CounterConfig(AppConfig):
    name = "groeimodel.shop.counter"
    label = "counter"
    verbose_name = "Aanbod"

    def ready(self) -> None:
        from groeimodel.foundation import asks, due, panels
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.shop.counter import (  # noqa: F401  # noqa: F401
            access,
            asking,
            documents,
            finding,
            following,
            kinds,
            offering,
            personal,
        )
        from groeimodel.shop.counter import due as days
        from groeimodel.shop.counter.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        documents.accept_rows()
        asks.register(asking.asks_of)
        due.register(days.due_of)
        panels.offer("actions.action", offering.on_action)
        searchable.register(finding.OFFER)
