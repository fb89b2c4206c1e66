from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "groeimodel.foundation.search"
    label = "search"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        from groeimodel.foundation.journal import events
        from groeimodel.foundation.search import personal, tasks  # noqa: F401 (register themselves)
        from groeimodel.foundation.search.services import follow

        events.on_any(follow)
