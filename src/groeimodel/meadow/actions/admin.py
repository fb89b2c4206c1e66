from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.meadow.actions.models import Action


@admin.register(Action)
class ActionAdmin(ScopedAdmin):
    list_display = ["title", "partnership", "species", "stage", "plot", "starts", "ends", "budget"]
    list_filter = ["partnership", "stage", "species"]
    list_select_related = ["partnership", "plot"]
    search_fields = ["title", "text", "lesson"]
    autocomplete_fields = ["partnership", "plot", "gardener"]
