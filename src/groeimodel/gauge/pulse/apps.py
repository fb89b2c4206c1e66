from django.apps import AppConfig


class PulseConfig(AppConfig):
    name = "groeimodel.gauge.pulse"
    label = "pulse"
    verbose_name = "Polsslag"

    def ready(self) -> None:
        from groeimodel.foundation import asks, panels
        from groeimodel.gauge.pulse import asking, following, kinds, offering, tasks  # noqa: F401
        from groeimodel.gauge.pulse.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
        panels.offer("meetings.meeting", offering.on_meeting)
