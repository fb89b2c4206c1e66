from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "groeimodel.shop.desk"
    label = "desk"
    verbose_name = "Aanvragen en boekingen"

    def ready(self) -> None:
        from groeimodel.foundation import asks, due, panels
        from groeimodel.shop.desk import following, kinds, offering, tasks  # noqa: F401
        from groeimodel.shop.desk.asks import asks_of
        from groeimodel.shop.desk.duties import due_of
        from groeimodel.shop.desk.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asks_of)
        due.register(due_of)
        panels.offer("counter.offer", offering.on_offer)
