from django.apps import AppConfig


class ChartConfig(AppConfig):
    name = "groeimodel.showcase.chart"
    label = "chart"
    verbose_name = "Kaart van Vlaanderen"
