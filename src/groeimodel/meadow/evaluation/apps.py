from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "groeimodel.meadow.evaluation"
    label = "evaluation"
    verbose_name = "Evaluaties"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.meadow.actions import expecting
        from groeimodel.meadow.evaluation import (  # noqa: F401
            access,
            asking,
            following,
            kinds,
            offering,
            personal,
            selectors,
            tasks,
        )
        from groeimodel.meadow.evaluation.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        expecting.close_with(selectors.is_closed)
        asks.register(asking.asks_of)
        panels.offer("actions.action", offering.on_action)
        panels.offer("actions.meadow", offering.on_meadow)
        panels.offer("themes.theme", offering.on_theme)
        panels.offer("meetings.meeting", offering.on_meeting)
