# mypy: disable-error-code="type-arg"
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from groeimodel.foundation.jobs import services
from groeimodel.foundation.jobs.models import DailyRun, Job, WorkerSeen
from groeimodel.foundation.readonly import ReadOnly


class RetryAdmin(ReadOnly):
    """To look at; the worker writes. Whoever may run the installation may let something be tried again."""

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("jobs.try_again", None)


class StateFilter(admin.SimpleListFilter):
    title = "toestand"
    parameter_name = "toestand"

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        return [("open", "nog te doen"), ("given_up", "opgegeven"), ("done", "gedaan")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "open":
            return queryset.filter(services.OPEN)
        if self.value() == "given_up":
            return queryset.filter(given_up_at__isnull=False)
        return queryset.filter(done_at__isnull=False) if self.value() == "done" else queryset


@admin.register(Job)
class JobAdmin(RetryAdmin):
    list_display = ["kind", "pk", "in_words", "due_at", "tries", "error"]
    list_filter = [StateFilter, "kind"]
    actions = ["try_again"]
    show_full_result_count = False

    @admin.display(description="toestand")
    def in_words(self, job: Job) -> str:
        return job.state

    @admin.action(description="Probeer opnieuw wat opgegeven is", permissions=["retry"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        number = services.try_again(queryset, actor=request.user)
        self.message_user(request, f"Opnieuw in de rij: {number}.")


@admin.register(DailyRun)
class DailyRunAdmin(RetryAdmin):
    list_display = ["name", "day"]


@admin.register(WorkerSeen)
class WorkerSeenAdmin(ReadOnly):
    list_display = ["host", "name", "since", "seen_at", "kind"]
