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
        from groeimodel.foundation import panels
        from groeimodel.foundation.files import subjects
        from groeimodel.soil.themes.models import Theme

        panels.offer("themes.theme", finding.also)
        subjects.accept(
            Theme,
            see="partners.see_inside",
            add="themes.propose",
            page=Theme.get_absolute_url,
            rows=lambda: Theme.objects.select_related("partnership"),
        )
