from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "groeimodel.foundation.privacy"
    label = "privacy"
    verbose_name = "Privacy"
