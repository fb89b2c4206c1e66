from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "groeimodel.showcase.documents"
    label = "documents"
    verbose_name = "Documenten"
