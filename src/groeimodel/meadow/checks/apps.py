from django.apps import AppConfig


class ChecksConfig(AppConfig):
    name = "groeimodel.meadow.checks"
    label = "checks"
    verbose_name = "Lokale toetsen"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.meadow.checks import asking, following, kinds
        from groeimodel.meadow.checks.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
