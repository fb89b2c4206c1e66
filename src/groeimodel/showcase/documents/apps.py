from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "groeimodel.showcase.documents"
    label = "documents"
    verbose_name = "Op papier"

    def ready(self) -> None:
        from groeimodel.showcase.documents import access, offering, personal, tasks  # noqa: F401
        from groeimodel.showcase.documents.telling import tell_all

        tell_all()
        offering.offer_all()
