from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "groeimodel.showcase.facts"
    label = "facts"
    verbose_name = "Feiten voor documenten"
