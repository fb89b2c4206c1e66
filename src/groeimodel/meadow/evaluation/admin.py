# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.meadow.evaluation.models import Evaluation, LookBack


@admin.register(Evaluation)
class EvaluationAdmin(ReadOnly, ScopedAdmin):
    list_display = ["action", "verdict", "reach", "cost", "closed_at"]
    list_filter = ["action__partnership", "verdict"]
    list_select_related = ["action"]
    search_fields = ["title", "learned"]


@admin.register(LookBack)
class LookBackAdmin(ReadOnly, ScopedAdmin):
    list_display = ["municipality", "evaluation", "text"]
    list_filter = ["evaluation__action__partnership"]
    list_select_related = ["municipality", "evaluation__action"]
