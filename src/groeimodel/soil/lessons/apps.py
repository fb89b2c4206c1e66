from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "groeimodel.soil.lessons"
    label = "lessons"
    verbose_name = "Lessen"

    def ready(self) -> None:
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.lessons import documents, finding
        from groeimodel.soil.lessons.telling import tell_all

        tell_all()
        documents.accept_lessons()
        searchable.register(finding.LESSON)
