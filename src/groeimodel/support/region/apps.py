from django.apps import AppConfig


class RegionConfig(AppConfig):
    name = "groeimodel.support.region"
    label = "region"
    verbose_name = "Regio van de ondersteuner"
