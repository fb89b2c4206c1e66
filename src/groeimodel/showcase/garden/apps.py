from django.apps import AppConfig


class GardenConfig(AppConfig):
    name = "groeimodel.showcase.garden"
    label = "garden"
    verbose_name = "Tuin"

    def ready(self) -> None:
        from groeimodel.foundation import panels
        from groeimodel.showcase.garden import offering

        panels.offer("actions.meadow", offering.soil_on_meadow)
