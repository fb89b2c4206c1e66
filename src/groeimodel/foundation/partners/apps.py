from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "groeimodel.foundation.partners"
    label = "partners"
    verbose_name = "Partners"

    def ready(self) -> None:
        from groeimodel.foundation.partners import access  # noqa: F401 (registers the rights)
