# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.soil.lessons.models import Lesson


@admin.register(Lesson)
class LessonAdmin(ReadOnly, ScopedAdmin):
    list_display = ["title", "partnership", "written_at", "shared_at"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]
    search_fields = ["title", "learned", "tags"]
