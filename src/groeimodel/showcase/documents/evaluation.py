"""The yearly evaluation of an interlokale vereniging by the council of one municipality."""

from __future__ import annotations

from django.utils.translation import gettext as _

from groeimodel.content.forms import form_of
from groeimodel.formats.document import Document, Part
from groeimodel.showcase.documents import chapters
from groeimodel.showcase.documents import telling_parts as tell
from groeimodel.showcase.documents.books import Books
from groeimodel.showcase.documents.wording import (
    colour_of,
    day,
    euro,
    example_of,
    figures,
    figures_note,
    joined,
    made_of,
    over,
    stop,
)
from groeimodel.showcase.facts.values import Facts

OWN = ("harvest", "given", "attendance", "reach", "hours", "spent", "served")


def evaluation(own: Facts, whole: Facts, books: Books, *, garden: str = "", money: bool = True) -> Document:
    """`own` are the facts of the municipality, `whole` those of the partnership, over the same period."""
    own, whole = own.without_handfuls(), whole.without_handfuls()
    name = own.municipality.name if own.municipality else whole.partnership.name
    parts = [
        _why(whole, books),
        *chapters.partners(whole, books),
        *_own(own, name),
        *_put_in(own, books, name, money=money),
        *_together(whole, books, money=money),
        *(chapters.money_chapter(whole, books) if money else ()),
        *chapters.decisions(whole),
        *chapters.lessons(whole),
        *chapters.ahead(whole),
        _talk(),
        _proposal(whole, books),
    ]
    words = {"name": name, "partnership": whole.partnership.name}
    return Document(
        title=_("Jaarlijkse evaluatie van %(partnership)s") % words,
        subtitle=_("Voor de gemeenteraad van %(name)s") % words,
        overline=over(whole.period),
        lead=_("Wat %(partnership)s deed, wat %(name)s eraan had en wat het kostte.") % words,
        parts=tuple(parts),
        footer=made_of(whole.partnership, whole.today),
        author=whole.partnership.name,
        made_on=day(whole.today),
        example=example_of(whole.partnership),
        colour=colour_of(whole.partnership),
        garden=garden,
        garden_says=_("De tuin van %(partnership)s vandaag") % words,
    )


def _why(whole: Facts, books: Books) -> Part:
    rule = form_of(whole.partnership.legal_form).rule("evaluation")
    said = []
    note = ""
    if rule is not None:
        said.append(rule.text)
        sure = _("bevestigd") if rule.confirmed else _("te bevestigen: kijk het na in jullie overeenkomst")
        note = _("Bron van deze regel: %(source)s (%(sure)s).") % {"source": rule.source, "sure": sure}
    said.append(_("Dit document brengt samen wat de partners zelf noteerden. De raad oordeelt."))
    return Part(_("Waarom deze evaluatie"), paragraphs=tuple(said), note=note)


def _own(own: Facts, name: str) -> list[Part]:
    rows = own.harvests[:10]
    counted = figures(own, OWN)
    if not rows and not counted:
        text = _("Voor %(name)s is in deze periode nog niets genoteerd.") % {"name": name}
        return [Part(_("Wat %(name)s eraan had") % {"name": name}, paragraphs=(text,), layer="soil")]
    return [
        Part(
            _("Wat %(name)s eraan had") % {"name": name},
            points=tuple(tell.crop(one, 240) for one in rows),
            figures=counted,
            note=tell.and_more(len(own.harvests) - len(rows), _("op de pagina van de oogst")),
            layer="soil",
        )
    ]


def _put_in(own: Facts, books: Books, name: str, *, money: bool) -> list[Part]:
    """Contributions that were asked of it, and what it promised to actions."""
    where = own.municipality
    if where is None or not money:
        return []
    points = [
        _("%(what)s: %(asked)s gevraagd, %(paid)s betaald (bron: boekhouding)")
        % {"what": one.contribution.call, "asked": euro(one.contribution.amount), "paid": euro(one.paid)}
        for one in books.owed
        if one.contribution.municipality.today == where.pk
    ]
    titles = {one.pk: one.title for one in (*own.running, *own.picked)}
    for key, rows in books.shares.items():
        for row in rows:
            if row.municipality.today != where.pk or key not in titles or not (row.amount or row.in_kind):
                continue
            words = {
                "title": titles[key],
                "what": joined(
                    [*([euro(row.amount)] if row.amount else []), *([row.in_kind] if row.in_kind else [])]
                ),
            }
            points.append(_("Actie ‘%(title)s’: %(what)s (bron: deelname aan de actie)") % words)
    return [Part(_("Wat %(name)s erin stak") % {"name": name}, points=tuple(points))] if points else []


def _together(whole: Facts, books: Books, *, money: bool) -> list[Part]:
    found = []
    counted = figures(whole, (*chapters.SOIL[:6], *chapters.MEADOW[:4], *chapters.SHOP[:3]))
    if counted:
        found.append(Part(_("Wat de partners samen deden"), figures=counted, note=figures_note(whole)))
    return found + chapters.meadow_rows(whole, books, money=money) + chapters.shop(whole, books)


def _talk() -> Part:
    return Part(
        _("Vragen voor het gesprek in de raad"),
        points=(
            _("Past wat de vereniging deed bij wat kinderen en jongeren in onze gemeente nodig hebben?"),
            _("Staat wat we erin steken in verhouding tot wat het opbrengt?"),
            _("Wat moet volgend jaar anders, en wie geeft dat door?"),
            _("Weten onze inwoners wat dit hun opbrengt?"),
        ),
    )


def _proposal(whole: Facts, books: Books) -> Part:
    words = {"name": whole.partnership.name, "period": over(whole.period), "day": day(whole.today)}
    basis = books.term.term.basis if books.term is not None else ""
    given = [_("Gelet op de overeenkomst van de interlokale vereniging %(name)s.") % words]
    if basis:
        given = [_("Gelet op de overeenkomst van %(name)s: %(basis)s") % {**words, "basis": stop(basis)}]
    given.append(_("Gelet op de evaluatie over %(period)s, opgemaakt op %(day)s.") % words)
    return Part(
        _("Voorstel van besluit"),
        paragraphs=(*given, _("De gemeenteraad besluit:")),
        points=(
            _("De gemeenteraad neemt kennis van deze evaluatie."),
            _("De gemeenteraad zet de deelname aan %(name)s voort. Vul aan wat anders moet, of schrap.")
            % words,
            _("De gemeenteraad laat dit besluit weten aan de vereniging en aan de andere gemeenten."),
        ),
        note=_(
            "Dit is een voorstel om aan te passen. Laat het nalezen door wie de besluiten van je gemeente opmaakt."
        ),
    )
