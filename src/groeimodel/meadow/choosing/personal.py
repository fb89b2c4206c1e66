"""Personal data: who said what for a municipality, and who prepared or closed a round."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.meadow.choosing.models import Ballot, Layout, Round


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for round in Round.objects.filter(Q(made_by=person) | Q(closed_by=person)):
            yield Line(_("Kiesronde die je leidde"), round.title)
        for layout in Layout.objects.filter(person=person).select_related("round", "municipality"):
            yield Line(_("Indeling voor %(where)s") % {"where": layout.municipality}, layout.round.title)
        ballots = Ballot.objects.filter(Q(person=person) | Q(cast_by=person))
        for ballot in ballots.select_related("round", "municipality").prefetch_related("lines__proposal"):
            day = (
                date_format(ballot.handed_in_at, "j F Y") if ballot.handed_in_at else _("nog niet ingediend")
            )
            said = [f"{line.proposal}: {line.points}" for line in ballot.lines.all()]
            yield Line(f"{ballot.round}, {ballot.municipality}, {day}", "; ".join(said))


keep(
    Holding(
        "choosing",
        label=gettext_lazy(
            "Stembrieven en indelingen die je voor een gemeente gaf, en kiesrondes die je leidde"
        ),
        why=gettext_lazy("Om te tonen wie voor welke gemeente sprak, op welk mandaat."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        stays=gettext_lazy("Wat je gemeente koos, zonder je naam: het is van de gemeente."),
    )
)
