from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "groeimodel.showcase.sheets"
    label = "sheets"
    verbose_name = "Oogstbladen"
