"""Personal data: who proposed and backed a theme, and who added a link."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.themes.models import Backing, Link, Theme


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for theme in Theme.objects.filter(proposed_by=person):
            yield Line(date_format(theme.proposed_at, "j F Y"), theme.title)
        for backing in Backing.objects.filter(person=person).select_related("theme"):
            yield Line(date_format(backing.at, "j F Y"), backing.theme.title)
        for link in Link.objects.filter(added_by=person):
            yield Line(date_format(link.added_at, "j F Y"), link.label)


keep(
    Holding(
        "themes",
        label=gettext_lazy("Thema's die je voorstelde of steunde"),
        why=gettext_lazy("Om te weten wie erover wil praten, en wie het kan verbeteren."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("Het thema en de stem van je gemeente, zonder je naam."),
    )
)
