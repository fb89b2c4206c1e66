from django.apps import AppConfig


class OrgansConfig(AppConfig):
    name = "groeimodel.shop.organs"
    label = "organs"
    verbose_name = "Organen"

    def ready(self) -> None:
        from groeimodel.shop.organs import access, following, personal  # noqa: F401
        from groeimodel.shop.organs.telling import tell_all

        tell_all()
        following.listen()
