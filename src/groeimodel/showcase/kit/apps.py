from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "groeimodel.showcase.kit"
    label = "kit"
    verbose_name = "Ambassadeurskit"
