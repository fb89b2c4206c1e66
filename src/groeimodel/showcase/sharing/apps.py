from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "groeimodel.showcase.sharing"
    label = "sharing"
    verbose_name = "Wat tonen we aan wie?"

    def ready(self) -> None:
        from groeimodel.showcase.sharing import access, personal  # noqa: F401
        from groeimodel.showcase.sharing.telling import tell_all

        tell_all()
