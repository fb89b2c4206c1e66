from django.apps import AppConfig


class OrgansConfig(AppConfig):
    name = "groeimodel.shop.organs"
    label = "organs"
    verbose_name = "Organen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, due
        from groeimodel.shop.organs import access, asking, duties, following, personal  # noqa: F401
        from groeimodel.shop.organs.telling import tell_all

        tell_all()
        following.listen()
        asks.register(asking.asks_of)
        due.register(duties.due_of)
