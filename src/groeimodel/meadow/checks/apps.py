from django.apps import AppConfig


class ChecksConfig(AppConfig):
    name = "groeimodel.meadow.checks"
    label = "checks"
    verbose_name = "Lokale toetsen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.meadow.actions import sprouting
        from groeimodel.meadow.checks import asking, following, kinds, offering
        from groeimodel.meadow.checks.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
        panels.offer("actions.action", offering.fit_on_action)
        panels.offer("actions.action", offering.ask_on_action)
        panels.offer("actions.action", offering.checks_on_action)
        panels.offer("actions.action", offering.likings_on_action)
        panels.offer("needs.need", offering.on_need)
        sprouting.ask(offering.to_sprout)
