# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.bank.models import Account, Line, Statement


@admin.register(Account)
class AccountAdmin(ScopedAdmin):
    list_display = ["name", "shown", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(Statement)
class StatementAdmin(ScopedAdmin):
    list_display = ["number", "account", "kind", "opens_on", "closes_on", "opening", "closing"]
    list_select_related = ["account"]
    raw_id_fields = ["account", "imported_by"]


@admin.register(Line)
class LineAdmin(ScopedAdmin):
    """Without names: who looks after the installation has nothing to do with who paid."""

    list_display = ["day", "amount", "account", "state"]
    list_filter = ["state"]
    list_select_related = ["account"]
    fields = ["account", "statement", "day", "amount", "state", "round"]
    readonly_fields = ["account", "statement", "day", "amount", "state", "round"]
