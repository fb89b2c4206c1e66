"""Work to be done, and when each daily job last ran."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Job(models.Model):
    """One piece of work: open until it is done or given up."""

    kind = models.CharField("soort", max_length=60)
    payload = models.JSONField("gegevens", default=dict)
    """Identifiers only: never a name, an address or a text."""
    created_at = models.DateTimeField("gevraagd op", default=timezone.now)
    due_at = models.DateTimeField("vanaf", default=timezone.now)
    patient = models.BooleanField("mag wachten", default=False)
    """Others go first: a thousand digests must not hold up somebody's code to sign in."""
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    lease = models.CharField(max_length=32, blank=True)
    """Which worker has it now; a worker that comes back too late may not touch it any more."""
    leased_until = models.DateTimeField("bezig tot", null=True, blank=True)
    done_at = models.DateTimeField("gedaan op", null=True, blank=True)
    given_up_at = models.DateTimeField("opgegeven op", null=True, blank=True)
    error = models.CharField("laatste fout", max_length=300, blank=True)

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["patient", "due_at", "id"],
                condition=Q(done_at__isnull=True, given_up_at__isnull=True),
                name="job_open_in_order",
            ),
            models.Index(fields=["done_at"], condition=Q(done_at__isnull=False), name="job_done"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def state(self) -> str:
        """In Dutch: gedaan, opgegeven, bezig, or when it is tried (again)."""
        if self.done_at:
            return "gedaan"
        if self.given_up_at:
            return "opgegeven"
        if self.leased_until and self.leased_until > timezone.now():
            return "bezig"
        return "opnieuw proberen" if self.tries else "wacht"


class DailyRun(models.Model):
    """The last day for which a daily job was asked for."""

    name = models.CharField("naam", max_length=60, unique=True)
    day = models.DateField("laatste dag", null=True)

    class Meta:
        verbose_name = "dagelijkse taak"
        verbose_name_plural = "dagelijkse taken"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
