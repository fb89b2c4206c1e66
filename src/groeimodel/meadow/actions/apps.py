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
        from groeimodel.foundation.decisions import leading

        leading.offer("actions.action", selectors.pages_of)
        from groeimodel.foundation import panels
        from groeimodel.meadow.actions import offering, origins

        origins.register_all()
        panels.offer("themes.theme", offering.on_theme)
        panels.offer("meetings.meeting", offering.on_meeting)
        panels.offer("questions.question", offering.on_question)
        panels.offer("needs.need", offering.on_need)
        from groeimodel.meadow.actions.documents import accept_actions

        accept_actions()
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.meadow.actions import finding

        searchable.register(finding.ACTIONS)
        from groeimodel.foundation import asks
        from groeimodel.meadow.actions import asking

        asks.register(asking.asks_of)
