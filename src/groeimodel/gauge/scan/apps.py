from django.apps import AppConfig


class ScanConfig(AppConfig):
    name = "groeimodel.gauge.scan"
    label = "scan"
    verbose_name = "Groeiscan"
