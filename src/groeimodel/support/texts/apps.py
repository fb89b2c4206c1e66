from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "groeimodel.support.texts"
    label = "texts"
    verbose_name = "Teksten van het model"
