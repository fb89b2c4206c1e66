from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "groeimodel.shop.plan"
    label = "plan"
    verbose_name = "Meerjarenplan"

    def ready(self) -> None:
        from groeimodel.shop.plan import access, following, tasks  # noqa: F401
        from groeimodel.shop.plan.telling import tell_all

        tell_all()
        following.listen()
