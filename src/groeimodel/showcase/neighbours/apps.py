from django.apps import AppConfig


class NeighboursConfig(AppConfig):
    name = "groeimodel.showcase.neighbours"
    label = "neighbours"
    verbose_name = "Bij andere samenwerkingen kijken"
