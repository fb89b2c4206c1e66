"""Where one harvest stands."""

from django.urls import reverse

from groeimodel.soil.harvest.models import Harvest


def place(harvest: Harvest) -> str:
    """In the list, on whichever of its pages it stands (`bij` looks that up)."""
    url = reverse("harvest:list", args=[harvest.partnership.slug])
    return f"{url}?bij={harvest.pk}#oogst-{harvest.pk}"
