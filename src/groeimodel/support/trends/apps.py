from django.apps import AppConfig


class TrendsConfig(AppConfig):
    name = "groeimodel.support.trends"
    label = "trends"
    verbose_name = "Vergelijken en trends"
