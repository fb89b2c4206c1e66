"""Documents beside a harvest: the regulation that was taken over, a photo of what came of it."""

from groeimodel.foundation.files import subjects
from groeimodel.soil.harvest.links import place
from groeimodel.soil.harvest.models import Harvest


def accept_harvest() -> None:
    """Called once, when the room is ready."""
    subjects.accept(
        Harvest,
        see="partners.see_partnership",
        add="harvest.tend",
        page=place,
        rows=lambda: Harvest.objects.select_related("partnership", "municipality"),
        removed="harvest.removed",
    )
