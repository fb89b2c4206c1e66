"""The report of a year: facts only, with each figure and its source. For councils, partners and who pays along."""

from __future__ import annotations

from django.utils.translation import gettext as _

from groeimodel.formats.document import Document, Part
from groeimodel.showcase.documents import chapters
from groeimodel.showcase.documents.books import Books
from groeimodel.showcase.documents.wording import (
    colour_of,
    day,
    example_of,
    figures,
    figures_note,
    joined,
    made_of,
    over,
)
from groeimodel.showcase.facts.values import Facts

SHORT = ("members", "meetings", "harvest", "running", "picked", "reach", "offers", "served", "hours")


def annual_report(facts: Facts, books: Books, *, garden: str = "", money: bool = True) -> Document:
    facts = facts.without_handfuls()
    parts = [
        *_in_short(facts),
        *chapters.partners(facts, books),
        *chapters.soil(facts, books),
        *chapters.meadow(facts, books, money=money),
        *chapters.shop(facts, books),
        *(chapters.money_chapter(facts, books) if money else ()),
        *chapters.decisions(facts),
        *chapters.lessons(facts),
        *chapters.ahead(facts),
        *chapters.annex(facts),
    ]
    name = facts.partnership.name
    return Document(
        title=_("Jaarverslag"),
        subtitle=name,
        overline=over(facts.period),
        lead=_lead(facts),
        parts=tuple(parts),
        footer=made_of(facts.partnership, facts.today),
        author=name,
        made_on=day(facts.today),
        example=example_of(facts.partnership),
        colour=colour_of(facts.partnership),
        garden=garden,
        garden_says=_("De tuin van %(name)s vandaag") % {"name": name},
    )


def _lead(facts: Facts) -> str:
    words = {"names": joined(list(facts.members)), "name": facts.partnership.name}
    if not facts.members:
        return _("%(name)s werkt aan jeugdbeleid over de grenzen van gemeenten heen.") % words
    return _("%(names)s werken samen voor kinderen en jongeren. Dit verslag toont wat dat opbracht.") % words


def _in_short(facts: Facts) -> list[Part]:
    if facts.empty:
        text = _(
            "Over deze periode is nog niets genoteerd. Het verslag vult zich vanzelf zodra jullie iets noteren."
        )
        return [Part(_("Nog niets genoteerd"), paragraphs=(text,))]
    counted = figures(facts, SHORT)
    if not counted:
        return []
    return [Part(_("Het jaar in het kort"), figures=counted, note=figures_note(facts))]
