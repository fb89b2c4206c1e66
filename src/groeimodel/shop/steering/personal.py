"""Personal data: who steers, assists or follows up, and who can what."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.content.steering import steering
from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.shop.steering.models import Cover, Hand, OwnCompetence, ProcessMandate


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for hand in Hand.objects.filter(person=person).select_related("mandate"):
            words = {
                "what": hand.mandate.title,
                "begin": date_format(hand.mandate.starts, "j F Y"),
                "end": date_format(hand.mandate.ends, "j F Y"),
            }
            yield Line(
                hand.get_kind_display().capitalize(), _("%(what)s, van %(begin)s tot en met %(end)s") % words
            )
        own = {one.key: one.title for one in OwnCompetence.objects.all()}
        for cover in Cover.objects.filter(person=person):
            known = steering().competence(cover.competence)
            title = known.title if known else own.get(cover.competence, cover.competence)
            yield Line(_("Kennis die je op je neemt"), f"{title}: {cover.note}" if cover.note else title)
        for mandate in ProcessMandate.objects.filter(noted_by=person):
            yield Line(_("Noteerde een procesmandaat"), mandate.title)


def let_go(person: Any) -> None:
    with scopes_disabled():
        Cover.objects.filter(person=person).delete()


def busy(person: Any) -> bool:
    today = timezone.localdate()
    with scopes_disabled():
        held = Hand.objects.filter(person=person, mandate__ends__gte=today)
        return held.filter(Q(mandate__closed_on=None) | Q(mandate__closed_on__gt=today)).exists()


keep(
    Holding(
        "steering",
        label=gettext_lazy("Wat je stuurt of opvolgt, en wat je kunt"),
        why=gettext_lazy("Om te weten wie waarvoor instaat, en wie je iets kunt vragen."),
        kept=gettext_lazy("Mandaten zolang de samenwerking bestaat, je kennis tot je ze weghaalt."),
        lines=lines_of,
        goes=gettext_lazy("Wat je kunt, verdwijnt van de kaart."),
        stays=gettext_lazy("Wie een onderwerp stuurde of opvolgde, zonder je naam."),
        erase=let_go,
        busy=busy,
    )
)
