from django.apps import AppConfig


class DuoConfig(AppConfig):
    name = "groeimodel.gauge.duo"
    label = "duo"
    verbose_name = "Duogesprekken"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.gauge.duo import asking, following, kinds, tasks  # noqa: F401

        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
