from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "groeimodel.shop.desk"
    label = "desk"
    verbose_name = "Aanvragen en boekingen"
