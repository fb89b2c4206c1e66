from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "groeimodel.shop.bank"
    label = "bank"
    verbose_name = "Rekeninguittreksels"
