from django.apps import AppConfig


class ExpectationsConfig(AppConfig):
    name = "groeimodel.gauge.expectations"
    label = "expectations"
    verbose_name = "Graadmeter van de verwachtingen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.gauge.expectations import (  # noqa: F401
            access,
            asking,
            following,
            kinds,
            offering,
            personal,
            tasks,
        )
        from groeimodel.gauge.expectations.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
        panels.offer("meetings.meeting", offering.on_meeting)
