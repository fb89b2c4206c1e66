"""Personal data: who read statements in. Names and accounts of other parties lie in the lines; see docs/admin/privacy.md."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.bank.models import Draft, Statement


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Statement.objects.filter(imported_by=person).select_related("account"):
            yield Line(
                date_format(localtime(one.imported_at), "j F Y"),
                _("Uittreksel %(number)s van %(account)s ingelezen")
                % {"number": one.number, "account": one.account.name},
            )


def remove(person: Any) -> None:
    with scopes_disabled():
        Draft.objects.filter(person=person).delete()


keep(
    Holding(
        "bank",
        label=gettext_lazy("Uittreksels van de bank die je inlas"),
        why=gettext_lazy("Om te weten wie je iets kan vragen over een uittreksel."),
        kept=gettext_lazy(
            "Zolang de samenwerking bestaat. Een bestand dat je niet bevestigde, gaat na een dag weg."
        ),
        lines=lines_of,
        goes=gettext_lazy("Een bestand dat je inlas en nog niet bevestigde."),
        stays=gettext_lazy("De uittreksels zelf, zonder je naam."),
        erase=remove,
    )
)
