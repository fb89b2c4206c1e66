from django.apps import AppConfig


class SubsidyConfig(AppConfig):
    name = "groeimodel.shop.subsidy"
    label = "subsidy"
    verbose_name = "Subsidiedossier"
