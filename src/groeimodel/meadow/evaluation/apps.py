from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    name = "groeimodel.meadow.evaluation"
    label = "evaluation"
    verbose_name = "Evaluaties"
