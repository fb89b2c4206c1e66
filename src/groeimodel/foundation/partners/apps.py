from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "groeimodel.foundation.partners"
    label = "partners"
    verbose_name = "Partners"
