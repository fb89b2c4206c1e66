from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "groeimodel.shop.overview"
    label = "overview"
    verbose_name = "Winkel"

    def ready(self) -> None:
        from groeimodel.foundation import records
        from groeimodel.shop.overview import selectors

        records.register(selectors.records_of)
