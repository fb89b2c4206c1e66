from django.apps import AppConfig


class PhotoConfig(AppConfig):
    name = "groeimodel.showcase.photo"
    label = "photo"
    verbose_name = "Foto van de weide"

    def ready(self) -> None:
        from groeimodel.foundation import panels
        from groeimodel.showcase.photo import access, offering, personal, tasks  # noqa: F401
        from groeimodel.showcase.photo.telling import tell_all

        tell_all()
        panels.offer("actions.meadow", offering.on_meadow)
