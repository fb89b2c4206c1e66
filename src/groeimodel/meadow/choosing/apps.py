from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    name = "groeimodel.meadow.choosing"
    label = "choosing"
    verbose_name = "Samen kiezen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.foundation.decisions import leading
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.meadow.choosing import (  # noqa: F401
            access,
            asking,
            finding,
            following,
            kinds,
            offering,
            personal,
            tasks,
        )
        from groeimodel.meadow.choosing.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
        searchable.register(finding.ROUND)
        leading.offer("choosing.round", offering.pages_of)
        panels.offer("actions.action", offering.on_action)
        panels.offer("actions.action", offering.decide_on_action)
        panels.offer("actions.meadow", offering.on_meadow)
        from groeimodel.meadow.actions import sprouting

        sprouting.ask(offering.to_sprout)
