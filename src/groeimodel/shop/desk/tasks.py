"""Each night: requests whose mail was never answered go, and old ones lose their names and words."""

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.desk import services
from groeimodel.shop.desk.models import Request


@daily("desk.tidy", hour=3)
def tidy() -> None:
    """Each partnership in a change of its own."""
    now = timezone.now()
    with scopes_disabled():
        services.forget_unconfirmed(now=now)
        closed = Request.objects.filter(state__in=Request.CLOSED, erased_on=None)
        found = list(Partnership.objects.filter(pk__in=closed.values("partnership")))
    for partnership in found:
        with scope(partnership=partnership):
            services.erase_old(partnership=partnership, now=now)
