"""A picture beside the news of an action."""

from groeimodel.foundation.files import subjects
from groeimodel.meadow.tending.letters import page_of
from groeimodel.meadow.tending.models import Update


def accept_updates() -> None:
    """Called once, when the room is ready."""
    subjects.accept(
        Update,
        see="partners.see_inside",
        add="actions.tend",
        page=lambda one: page_of(one.action, "nieuws"),
        rows=lambda: Update.objects.select_related("action__partnership", "action__plot"),
        removed="tending.update_removed",
    )
