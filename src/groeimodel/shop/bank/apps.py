from django.apps import AppConfig


class BankConfig(AppConfig):
    name = "groeimodel.shop.bank"
    label = "bank"
    verbose_name = "Rekeninguittreksels"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.shop.bank import asking, following, kinds, tasks  # noqa: F401
        from groeimodel.shop.bank.telling import tell_all

        tell_all()
        kinds.register_all()
        asks.register(asking.asks_of)
        following.listen()
