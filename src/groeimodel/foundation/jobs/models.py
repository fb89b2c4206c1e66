"""Work to be done, when each daily job last ran, and which workers were seen."""

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


class WorkerSeen(models.Model):
    """A sign of life of one worker. A worker that stops in order takes its row along."""

    name = models.CharField("werker", max_length=32)
    """Made by the worker when it starts; 'once' for the runs of a scheduler, which share a row."""
    host = models.CharField("computer", max_length=255)
    since = models.DateTimeField("gestart op", default=timezone.now)
    seen_at = models.DateTimeField("gezien op", default=timezone.now)
    kind = models.CharField("bezig met", max_length=60, blank=True)
    """Kind of the job that it had in hand then; empty when it waited for work."""
    busy_until = models.DateTimeField("bezig tot", null=True, blank=True)
    """Until when it may be silent because of that job."""

    class Meta:
        verbose_name = "werker"
        verbose_name_plural = "werkers"
        ordering = ["-seen_at"]
        constraints = [models.UniqueConstraint(fields=["name", "host"], name="worker_seen_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.host}"
