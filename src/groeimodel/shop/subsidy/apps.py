from django.apps import AppConfig


class SubsidyConfig(AppConfig):
    name = "groeimodel.shop.subsidy"
    label = "subsidy"
    verbose_name = "Subsidie"

    def ready(self) -> None:
        from groeimodel.foundation import due
        from groeimodel.shop.subsidy import access, personal  # noqa: F401
        from groeimodel.shop.subsidy.duties import duties_of
        from groeimodel.shop.subsidy.telling import tell_all

        tell_all()
        due.register(duties_of)
