"""Documents beside a harvest: the regulation that was taken over, a photo of what came of it."""

from django.urls import reverse

from groeimodel.foundation.files import subjects
from groeimodel.soil.harvest.models import Harvest


def page(harvest: Harvest) -> str:
    return f"{reverse('harvest:list', args=[harvest.partnership.slug])}#oogst-{harvest.pk}"


def accept_harvest() -> None:
    """Called once, when the room is ready."""
    subjects.accept(
        Harvest,
        see="partners.see_partnership",
        add="harvest.tend",
        page=page,
        rows=lambda: Harvest.objects.select_related("partnership", "municipality"),
        removed="harvest.removed",
    )
