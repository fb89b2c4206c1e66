from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "groeimodel.ui"
    label = "ui"
    verbose_name = "Uiterlijk"
