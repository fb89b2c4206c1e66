"""What this room follows: municipalities that merge, and seeds that are heard on a meeting."""

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.meadow.actions import expecting
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.services import drop_seed_of, take_down_from_notes, take_over
from groeimodel.soil.notes.models import Outcome


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.merged", merged)
    events.on("notes.seed_noted", seed_noted)
    events.on("notes.outcome_removed", outcome_removed)


def merged(entry: Entry) -> None:
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            take_over(partnership=entry.partnership, into=entry.municipality_id, parts=parts_of(entry.data))
            running = Action.objects.filter(partnership=entry.partnership).exclude(
                stage__in=[Action.Stage.HARVEST, Action.Stage.COMPOST]
            )
            expecting.take_over(
                action_ids=list(running.values_list("pk", flat=True)),
                into=entry.municipality_id,
                parts=parts_of(entry.data),
            )


def seed_noted(entry: Entry) -> None:
    """What was heard as an idea becomes a seed on the shared meadow. Which kind of action, is said when it sprouts."""
    outcome = Outcome.objects.select_related(
        "partnership", "noted_by", "meeting__partnership", "item__theme"
    ).get(pk=entry.data["outcome"])
    take_down_from_notes(outcome=outcome, at=entry.at)


def outcome_removed(entry: Entry) -> None:
    """A seed that did not sprout goes along with its line."""
    drop_seed_of(outcome=entry.data["outcome"])
