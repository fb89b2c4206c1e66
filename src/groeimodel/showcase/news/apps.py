from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "groeimodel.showcase.news"
    label = "news"
    verbose_name = "Nieuwsbrief"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.journal import events
        from groeimodel.showcase.news import access, following, kinds, personal, tasks  # noqa: F401
        from groeimodel.showcase.news.asking import asks_of
        from groeimodel.showcase.news.telling import tell_all

        kinds.register_all()
        tell_all()
        asks.register(asks_of)
        events.on("sharing.closed", following.stop_what_is_on_its_way)
