from django.apps import AppConfig


class GardenConfig(AppConfig):
    name = "groeimodel.showcase.garden"
    label = "garden"
    verbose_name = "Tuin"
