# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.meadow.college.models import Moment


@admin.register(Moment)
class MomentAdmin(ScopedAdmin):
    list_display = ["on", "municipality", "role", "what", "done_on", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["municipality", "partnership"]
    autocomplete_fields = ["partnership", "municipality", "person"]
