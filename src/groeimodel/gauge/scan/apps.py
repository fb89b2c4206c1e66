from django.apps import AppConfig


class ScanConfig(AppConfig):
    name = "groeimodel.gauge.scan"
    label = "scan"
    verbose_name = "Groeiscan"

    def ready(self) -> None:
        from groeimodel.gauge.scan.telling import tell_all

        tell_all()
