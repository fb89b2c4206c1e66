from django.apps import AppConfig


class ModelConfig(AppConfig):
    name = "groeimodel.showcase.model"
    label = "model"
    verbose_name = "Groeimodel"
