from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "groeimodel.soil.meetings"
    label = "meetings"
    verbose_name = "Ontmoetingen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.soil.meetings import asking, kinds, offering, tasks  # noqa: F401
        from groeimodel.soil.meetings.telling import tell_all

        tell_all()
        kinds.register_all()
        asks.register(asking.asks_of)
        panels.offer("themes.theme", offering.on_theme)
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.meetings import finding

        searchable.register(finding.MEETINGS)
        from groeimodel.foundation.files import subjects
        from groeimodel.soil.meetings.models import Meeting

        subjects.accept(
            Meeting,
            see="partners.see_inside",
            add="notes.write",
            page=Meeting.get_absolute_url,
            rows=lambda: Meeting.objects.select_related("partnership"),
        )
