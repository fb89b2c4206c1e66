from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "groeimodel.soil.themes"
    label = "themes"
    verbose_name = "Thema's"

    def ready(self) -> None:
        from groeimodel.soil.themes.telling import tell_all

        tell_all()
        from groeimodel.foundation.search import kinds as searchable
        from groeimodel.soil.themes import finding

        searchable.register(finding.THEMES)
