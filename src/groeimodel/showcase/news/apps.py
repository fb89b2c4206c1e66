from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "groeimodel.showcase.news"
    label = "news"
    verbose_name = "Nieuwsbrief"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.showcase.news import access, kinds, personal, tasks  # noqa: F401
        from groeimodel.showcase.news.asking import asks_of
        from groeimodel.showcase.news.telling import tell_all

        kinds.register_all()
        tell_all()
        asks.register(asks_of)
