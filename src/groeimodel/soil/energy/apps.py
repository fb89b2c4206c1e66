from django.apps import AppConfig


class EnergyConfig(AppConfig):
    name = "groeimodel.soil.energy"
    label = "energy"
    verbose_name = "Energie"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.soil.energy import asking, kinds, tasks  # noqa: F401
        from groeimodel.soil.energy.telling import tell_all

        tell_all()
        kinds.register_all()
        asks.register(asking.asks_of)
