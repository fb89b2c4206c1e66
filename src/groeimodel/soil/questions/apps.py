from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "groeimodel.soil.questions"
    label = "questions"
    verbose_name = "Vragen aan de groep"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.questions import asking, finding, kinds, tasks  # noqa: F401
        from groeimodel.soil.questions.telling import tell_all

        tell_all()
        kinds.register_all()
        asks.register(asking.asks_of)
        searchable.register(finding.QUESTION)
