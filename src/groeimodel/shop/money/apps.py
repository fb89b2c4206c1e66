from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "groeimodel.shop.money"
    label = "money"
    verbose_name = "Geld"

    def ready(self) -> None:
        from groeimodel.foundation import due
        from groeimodel.shop.money import access, following, personal  # noqa: F401
        from groeimodel.shop.money.duties import duties_of
        from groeimodel.shop.money.telling import tell_all

        tell_all()
        following.listen()
        due.register(duties_of)
