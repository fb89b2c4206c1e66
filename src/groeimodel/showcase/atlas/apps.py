from django.apps import AppConfig


class AtlasConfig(AppConfig):
    name = "groeimodel.showcase.atlas"
    label = "atlas"
    verbose_name = "Kaart van Vlaanderen"
