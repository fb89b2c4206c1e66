from django.apps import AppConfig


class SittingsConfig(AppConfig):
    name = "groeimodel.shop.sittings"
    label = "sittings"
    verbose_name = "Zittingen van organen"
