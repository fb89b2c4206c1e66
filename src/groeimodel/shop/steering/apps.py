from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "groeimodel.shop.steering"
    label = "steering"
    verbose_name = "Wie stuurt"
