from django.apps import AppConfig


class ScanConfig(AppConfig):
    name = "groeimodel.gauge.scan"
    label = "scan"
    verbose_name = "Groeiscan"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.gauge.scan import asking
        from groeimodel.gauge.scan.telling import tell_all

        tell_all()
        asks.register(asking.asks_of)
        from groeimodel.gauge.scan import following

        following.listen()
