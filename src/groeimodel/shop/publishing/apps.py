from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "groeimodel.shop.publishing"
    label = "publishing"
    verbose_name = "Bekendmaking van besluiten"

    def ready(self) -> None:
        from groeimodel.shop.publishing import access, personal  # noqa: F401
        from groeimodel.shop.publishing.telling import tell_all

        tell_all()
