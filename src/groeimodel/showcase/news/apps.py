from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "groeimodel.showcase.news"
    label = "news"
    verbose_name = "Nieuwsbrief"
