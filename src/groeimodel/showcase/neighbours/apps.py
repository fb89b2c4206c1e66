from django.apps import AppConfig


class NeighboursConfig(AppConfig):
    name = "groeimodel.showcase.neighbours"
    label = "neighbours"
    verbose_name = "Bij andere samenwerkingen kijken"

    def ready(self) -> None:
        from groeimodel.foundation import panels
        from groeimodel.showcase.neighbours import offering

        panels.offer("actions.meadow", offering.on_meadow)
