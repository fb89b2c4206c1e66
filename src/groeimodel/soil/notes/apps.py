from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "groeimodel.soil.notes"
    label = "notes"
    verbose_name = "Verslagen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.soil.notes import asking, offering, tasks  # noqa: F401
        from groeimodel.soil.notes.telling import tell_all

        tell_all()
        asks.register(asking.asks_of)
        panels.offer("meetings.meeting", offering.on_meeting)
        panels.offer("themes.theme", offering.on_theme)
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.notes import finding

        searchable.register(finding.NOTES)
        searchable.register(finding.OUTCOMES)
