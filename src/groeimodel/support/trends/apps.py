from django.apps import AppConfig


class TrendsConfig(AppConfig):
    name = "groeimodel.support.trends"
    label = "trends"
    verbose_name = "Vergelijken en trends"

    def ready(self) -> None:
        from groeimodel.foundation.journal.events import on
        from groeimodel.support.trends import access, following, tasks  # noqa: F401
        from groeimodel.support.trends.telling import tell_all

        tell_all()
        on("sharing.opened", following.opened)
        on("sharing.closed", following.closed)
