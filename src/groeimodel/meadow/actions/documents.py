"""Documents beside an action: its plan, its contract, a photo of what grew."""

from groeimodel.foundation.files import subjects
from groeimodel.meadow.actions.models import Action


def accept_actions() -> None:
    """Called once, when the room is ready."""
    subjects.accept(
        Action,
        see="partners.see_inside",
        add="actions.tend",
        page=lambda one: str(one.get_absolute_url()),
        rows=lambda: Action.objects.select_related("partnership", "plot"),
        removed="actions.seed_taken_back",
    )
