from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "groeimodel.shop.money"
    label = "money"
    verbose_name = "Geld"
