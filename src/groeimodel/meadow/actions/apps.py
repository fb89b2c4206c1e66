from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "groeimodel.meadow.actions"
    label = "actions"
    verbose_name = "Acties"
