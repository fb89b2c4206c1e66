from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "groeimodel.shop.bank"
    label = "bank"
    verbose_name = "Rekeninguittreksels"

    def ready(self) -> None:
        from groeimodel.shop.bank import tasks  # noqa: F401
        from groeimodel.shop.bank.telling import tell_all

        tell_all()
