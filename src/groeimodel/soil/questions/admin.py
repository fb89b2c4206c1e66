# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.soil.questions.models import Question


@admin.register(Question)
class QuestionAdmin(ScopedAdmin):
    list_display = ["title", "municipality", "asked_at", "first_answered_at", "closed_at", "partnership"]
    list_filter = ["partnership", "area"]
    list_select_related = ["municipality", "partnership"]
    search_fields = ["title", "more"]
    autocomplete_fields = ["partnership", "municipality", "asker", "harvest"]
