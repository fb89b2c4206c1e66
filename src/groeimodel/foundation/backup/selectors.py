"""Reads of the traces that backups leave."""

from django.utils import timezone

from groeimodel.foundation.backup.models import Backup


def one_runs() -> bool:
    """Whether a backup may still be copying files: one query."""
    return Backup.objects.filter(held_until__gt=timezone.now()).exists()


def last_made() -> Backup | None:
    """The last one that was finished."""
    return Backup.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()
