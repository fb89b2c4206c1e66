from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "groeimodel.foundation.files"
    label = "files"
    verbose_name = "Documenten"

    def ready(self) -> None:
        from groeimodel.foundation.files import nightly, subjects  # noqa: F401
        from groeimodel.foundation.files.telling import tell_all

        tell_all()
        subjects.accept_partnerships()
