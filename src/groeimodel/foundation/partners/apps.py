from django.apps import AppConfig
from django.conf import settings
from django.db import connection
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
        if settings.DATABASE_SPREAD:
            # With the partnership in the keys, a number alone does not say what all columns of a row are.
            type(connection.features).allows_group_by_selected_pks = False
