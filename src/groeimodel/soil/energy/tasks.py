"""What energy does by itself: look every day whether a soil dries out."""

from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.jobs import daily
from groeimodel.foundation.partners.models import Partnership
from groeimodel.soil.energy import services


@daily("energy.look", hour=7)
def look() -> None:
    """Every partnership that somebody coordinates; those that are only listed keep no records."""
    today = timezone.localdate()
    followed = Partnership.objects.filter(
        listed_only=False, appointments__kind="coordinator", appointments__ends=None
    )
    for partnership in followed.distinct().iterator():
        with scope(partnership=partnership):
            services.look(partnership=partnership, today=today)
