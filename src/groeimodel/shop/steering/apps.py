from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "groeimodel.shop.steering"
    label = "steering"
    verbose_name = "Wie stuurt"

    def ready(self) -> None:
        from groeimodel.foundation import asks, due
        from groeimodel.shop.steering import access, duties, following, personal  # noqa: F401
        from groeimodel.shop.steering.telling import tell_all

        tell_all()
        following.listen()
        asks.register(duties.asks_of)
        due.register(duties.due_of)
        from groeimodel.foundation.decisions import leading
        from groeimodel.shop.steering import offering

        leading.offer("steering.processmandate", offering.pages_of)
