# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.shop.subsidy.models import Dossier, Paper


@admin.register(Dossier)
class DossierAdmin(ScopedAdmin):
    list_display = ["scheme", "partnership", "starts", "ends"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    raw_id_fields = ["begun_by"]


@admin.register(Paper)
class PaperAdmin(ScopedAdmin):
    list_display = ["document", "dossier", "state", "due_on", "filed_on"]
    list_select_related = ["dossier"]
    raw_id_fields = ["dossier"]
