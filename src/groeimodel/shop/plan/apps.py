from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "groeimodel.shop.plan"
    label = "plan"
    verbose_name = "Meerjarenplan"

    def ready(self) -> None:
        from groeimodel.foundation import due
        from groeimodel.foundation.decisions import leading
        from groeimodel.shop.plan import access, following, personal, tasks  # noqa: F401
        from groeimodel.shop.plan.due import due_of
        from groeimodel.shop.plan.selectors import pages_of
        from groeimodel.shop.plan.telling import tell_all

        tell_all()
        following.listen()
        due.register(due_of)
        leading.offer("plan.plan", pages_of)
