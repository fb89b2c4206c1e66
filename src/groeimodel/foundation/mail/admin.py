# mypy: disable-error-code="type-arg"
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from groeimodel.foundation.jobs.admin import RetryAdmin
from groeimodel.foundation.mail import services
from groeimodel.foundation.mail.models import Cadence, OutgoingMail, Refusal


@admin.register(OutgoingMail)
class OutgoingMailAdmin(RetryAdmin):
    """Which mails go out, and how that went. Their words stay closed, for they hold codes and links of others;
    only where no mail server is set can they be read, because nobody else gets them then."""

    list_display = ["pk", "kind", "address", "state", "tries", "created_at", "sent_at", "error"]
    list_filter = ["state", "kind"]
    search_fields = ["address"]
    date_hierarchy = "created_at"
    exclude = ["subject", "text", "html", "unsubscribe_url"]
    readonly_fields = ["words"]
    actions = ["try_again"]
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[OutgoingMail]:
        return super().get_queryset(request).defer("html", "text")

    @admin.display(description="tekst")
    def words(self, mail: OutgoingMail) -> str:
        return mail.text if mail.state == OutgoingMail.State.HELD else "-"

    @admin.action(description="Verstuur opnieuw wat mislukte of enkel bewaard werd", permissions=["retry"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[OutgoingMail]) -> None:
        number = services.try_again(queryset, actor=request.user)
        self.message_user(request, f"Opnieuw in de rij: {number}.")


@admin.register(Refusal)
class RefusalAdmin(RetryAdmin):
    list_display = ["kind", "person", "since"]
    list_filter = ["kind"]
    exclude = ["address_key"]


@admin.register(Cadence)
class CadenceAdmin(RetryAdmin):
    list_display = ["person", "every"]
    list_filter = ["every"]
