from django.apps import AppConfig


class HarvestConfig(AppConfig):
    name = "groeimodel.soil.harvest"
    label = "harvest"
    verbose_name = "Oogst"

    def ready(self) -> None:
        from groeimodel.soil.harvest.telling import tell_all

        tell_all()
