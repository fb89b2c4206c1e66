"""Personal data: invitations."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.personal import Holding, Line, keep


def of(person: Any) -> QuerySet[Invitation]:
    mine = Q(person=person)
    if person.email:
        mine |= Q(email__iexact=person.email)
    return Invitation.objects.filter(mine)


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in of(person).select_related("partnership", "municipality"):
            words = {"role": one.get_role_display(), "where": one.where, "email": one.email}
            yield Line(
                date_format(localtime(one.sent_at), "j F Y"),
                _("Uitgenodigd als %(role)s voor %(where)s, op %(email)s") % words,
            )


def remove(person: Any) -> None:
    with scopes_disabled():
        of(person).delete()


keep(
    Holding(
        "members",
        label=gettext_lazy("Uitnodigingen"),
        why=gettext_lazy("Om iemand een plek te geven in een samenwerking."),
        kept=gettext_lazy("90 dagen nadat de mail vertrok."),
        lines=lines_of,
        goes=gettext_lazy("De uitnodigingen die je kreeg."),
        erase=remove,
    )
)
