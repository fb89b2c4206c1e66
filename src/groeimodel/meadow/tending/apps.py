from django.apps import AppConfig


class TendingConfig(AppConfig):
    name = "groeimodel.meadow.tending"
    label = "tending"
    verbose_name = "Acties bijhouden"
