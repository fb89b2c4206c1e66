from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "groeimodel.soil.reports"
    label = "reports"
    verbose_name = "Na de ontmoeting"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.soil.reports import asking, kinds, offering, tasks  # noqa: F401
        from groeimodel.soil.reports.telling import tell_all

        tell_all()
        kinds.register_all()
        asks.register(asking.asks_of)
        panels.offer("meetings.meeting", offering.on_meeting)
