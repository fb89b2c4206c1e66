from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "groeimodel.foundation.people"
    label = "people"
    verbose_name = "Mensen"
