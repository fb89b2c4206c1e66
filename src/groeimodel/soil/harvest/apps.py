from django.apps import AppConfig


class HarvestConfig(AppConfig):
    name = "groeimodel.soil.harvest"
    label = "harvest"
    verbose_name = "Oogst"
