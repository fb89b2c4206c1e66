from django.apps import AppConfig


class MineConfig(AppConfig):
    name = "groeimodel.showcase.mine"
    label = "mine"
    verbose_name = "Mijn tuin"
