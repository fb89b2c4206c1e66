from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "groeimodel.showcase.public"
    label = "public"
    verbose_name = "Publieke pagina"
