from django.apps import AppConfig


class MandatesConfig(AppConfig):
    name = "groeimodel.foundation.mandates"
    label = "mandates"
    verbose_name = "Mandaten"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.mandates import asking, following, kinds, tasks  # noqa: F401
        from groeimodel.foundation.mandates.telling import tell_all

        tell_all()
        following.listen()
        asks.register(asking.asks_of)
        kinds.register_all()
