from django.apps import AppConfig


class RegionConfig(AppConfig):
    name = "groeimodel.support.region"
    label = "region"
    verbose_name = "Regio van de ondersteuner"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.foundation.journal import events
        from groeimodel.support.region import access, asking, following, kinds, personal, tasks  # noqa: F401
        from groeimodel.support.region.offering import session_on
        from groeimodel.support.region.telling import tell_all

        tell_all()
        kinds.register_all()
        asks.register(asking.asks_of)
        events.on("sharing.opened", following.close_the_question)
        panels.offer("meetings.meeting", session_on)
