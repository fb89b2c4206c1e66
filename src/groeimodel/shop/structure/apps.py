from django.apps import AppConfig


class StructureConfig(AppConfig):
    name = "groeimodel.shop.structure"
    label = "structure"
    verbose_name = "Winkelstructuur"
