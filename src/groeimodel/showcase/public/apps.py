from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "groeimodel.showcase.public"
    label = "public"
    verbose_name = "Publieke pagina"

    def ready(self) -> None:
        from groeimodel.showcase.public import access, personal  # noqa: F401
        from groeimodel.showcase.public.telling import tell_all

        tell_all()
