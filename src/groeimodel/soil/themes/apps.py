from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "groeimodel.soil.themes"
    label = "themes"
    verbose_name = "Thema's"

    def ready(self) -> None:
        from groeimodel.soil.themes.telling import tell_all

        tell_all()
