"""What mandates do by themselves: warn before an end."""

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.foundation.mandates import selectors, services
from groeimodel.rules.mandates import SOON


@daily("mandates.warn", hour=7)
def warn_of_ends() -> None:
    """Tell of every mandate that ends within a month, once."""
    with scopes_disabled():
        ending = list(selectors.ending_soon(timezone.localdate(), SOON))
    for mandate in ending:
        with scope(partnership=mandate.partnership):
            services.warn(mandate=mandate)
