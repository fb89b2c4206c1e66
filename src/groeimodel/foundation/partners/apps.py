from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PartnersConfig(AppConfig):
    name = "groeimodel.foundation.partners"
    label = "partners"
    verbose_name = "Partners"

    def ready(self) -> None:
        # Each room tells in its `access.py` what its rows are about.
        autodiscover_modules("access")
        from groeimodel.foundation.partners.telling import tell_all
        from groeimodel.foundation.tenancy import save_within

        tell_all()
        save_within()
