from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    name = "groeimodel.foundation.privacy"
    label = "privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        # Each room tells in its `personal.py` what it keeps about a person.
        autodiscover_modules("personal")
        from groeimodel.foundation.privacy import kinds, nightly  # noqa: F401
        from groeimodel.foundation.privacy.telling import tell_all

        kinds.register_all()
        tell_all()
