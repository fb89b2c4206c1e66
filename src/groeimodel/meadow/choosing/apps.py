from django.apps import AppConfig


class ChoosingConfig(AppConfig):
    name = "groeimodel.meadow.choosing"
    label = "choosing"
    verbose_name = "Samen kiezen"

    def ready(self) -> None:
        from groeimodel.meadow.choosing import (
            access,  # noqa: F401
            kinds,
            personal,  # noqa: F401
        )
        from groeimodel.meadow.choosing.telling import tell_all

        tell_all()
        kinds.register_all()
