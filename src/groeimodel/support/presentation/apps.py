from django.apps import AppConfig


class PresentationConfig(AppConfig):
    name = "groeimodel.support.presentation"
    label = "presentation"
    verbose_name = "Presentatie"
