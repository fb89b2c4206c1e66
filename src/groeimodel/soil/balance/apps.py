from django.apps import AppConfig


class BalanceConfig(AppConfig):
    name = "groeimodel.soil.balance"
    label = "balance"
    verbose_name = "Geven en nemen"
