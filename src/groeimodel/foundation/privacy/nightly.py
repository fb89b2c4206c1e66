"""The daily job that lets go of what was kept long enough."""

from django.utils import timezone

from groeimodel.foundation.jobs import daily
from groeimodel.foundation.privacy import retention as table


@daily("privacy.retention", hour=3)
def retention() -> None:
    """Carry out the table of periods, and the erasures that are due."""
    table.carry_out(timezone.now())
