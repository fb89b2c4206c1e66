from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "groeimodel.support.texts"
    label = "texts"
    verbose_name = "Teksten van het model"

    def ready(self) -> None:
        from groeimodel.content import in_force
        from groeimodel.support.texts import personal, serving  # noqa: F401
        from groeimodel.support.texts.telling import tell_all

        tell_all()
        serving.watch_requests()
        in_force.use(serving.latest)
