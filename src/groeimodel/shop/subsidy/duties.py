"""What a subsidy file asks by a day: documents to file, days to look up, and the end of the term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.subsidy.models import Dossier, Paper
from groeimodel.shop.subsidy.selectors import dossiers_of, papers_of

AHEAD = timedelta(days=731)
"""The end of a term is named two years before: what comes after it takes long."""


def duties_of(partnership: Partnership, today: date) -> Iterator[Due]:
    """Two queries."""
    for paper in papers_of(partnership):
        duty = None if paper.done else _paper(paper, partnership.slug)
        if duty:
            yield duty
    for dossier in dossiers_of(partnership):
        if today <= dossier.ends <= today + AHEAD:
            yield Due(
                key=f"subsidy.term:{dossier.pk}",
                on=dossier.ends,
                title=_("De termijn van %(scheme)s loopt af.") % {"scheme": dossier},
                path=reverse("subsidy:file", args=[partnership.slug, dossier.pk]),
                why=_("Zoek op tijd uit of er een volgende termijn komt, en wat die vraagt."),
                room=_("Subsidie"),
                right="subsidy.see",
            )


def _paper(paper: Paper, slug: str) -> Due | None:
    """With its last day; where nobody knows that day, when to have looked it up."""
    path = reverse("subsidy:paper", args=[slug, paper.pk])
    names = {"document": str(paper), "scheme": str(paper.dossier)}
    day = paper.last_day
    if day is not None:
        return Due(
            key=f"subsidy.paper:{paper.pk}",
            on=day,
            title=_("%(document)s van %(scheme)s indienen.") % names,
            path=path,
            why=_("Te laat indienen kan de subsidie kosten.")
            if paper.sure
            else _("Deze dag is nog te bevestigen. Kijk hem na."),
            room=_("Subsidie"),
            right="subsidy.see",
        )
    document = paper.of_scheme
    if document is None or document.after_year is None:
        return None
    year = paper.dossier.starts.year + document.after_year
    return Due(
        key=f"subsidy.day:{paper.pk}",
        on=min(date(year, 1, 1), _last(paper.dossier)),
        title=_("Zoek op tegen wanneer dit klaar moet zijn: %(document)s van %(scheme)s.") % names,
        path=path,
        why=_("De laatste dag is niet bekend. Vul hem in zodra je hem weet."),
        room=_("Subsidie"),
        right="subsidy.see",
    )


def _last(dossier: Dossier) -> date:
    return dossier.ends
