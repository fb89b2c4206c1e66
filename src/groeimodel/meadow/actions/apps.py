from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "groeimodel.meadow.actions"
    label = "actions"
    verbose_name = "Acties"

    def ready(self) -> None:
        from groeimodel.foundation import records
        from groeimodel.meadow.actions import selectors

        records.register(selectors.records_of)
        from groeimodel.meadow.actions.telling import tell_all

        tell_all()
        from groeimodel.meadow.actions import following

        following.listen()
        from groeimodel.foundation.mandates import subjects

        subjects.offer("actions.action", selectors.for_mandates)
        from groeimodel.foundation import panels
        from groeimodel.meadow.actions import offering

        panels.offer("themes.theme", offering.on_theme)
        from groeimodel.foundation import asks
        from groeimodel.meadow.actions import asking

        asks.register(asking.asks_of)
