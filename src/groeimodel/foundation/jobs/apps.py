from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "groeimodel.foundation.jobs"
    label = "jobs"
    verbose_name = "Taken op de achtergrond"

    def ready(self) -> None:
        from groeimodel.foundation.jobs import tidying  # noqa: F401 (registers its daily job)
