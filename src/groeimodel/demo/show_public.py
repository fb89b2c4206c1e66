"""The public pages of the meadow and the shop: online with everything on them, the shop also in French."""

from __future__ import annotations

from groeimodel.demo import weide, winkel
from groeimodel.demo.kit import Planted, moment
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.publishing import services as publishing
from groeimodel.shop.publishing.selectors import waiting_of
from groeimodel.showcase.public import services
from groeimodel.showcase.public.versions import Version
from groeimodel.showcase.sharing.models import PUBLIC

DECISIONS = 3
"""The last ones of the board stand on the web."""
DAYS = 60
"""So many days ago the pages went online."""
WORDS = {
    weide.STORY.slug: Version(
        kinds=frozenset(PUBLIC),
        email="hallo@klaverland.example",
        intro="Wij zijn vijf gemeenten. Samen doen we meer voor jongeren: betere fuiven, kampen die vol zitten, "
        "en plekken waar je gewoon mag zijn. Hier zie je wat er groeit.",
    ),
    winkel.STORY.slug: Version(
        kinds=frozenset(PUBLIC),
        email="hallo@driebeken.example",
        intro="Zoek je een fuifpakket, een vorming of een bus die jeugdhuis speelt? In onze winkel vinden jongeren, "
        "scholen en verenigingen uit vijf gemeenten het hele jaar wat ze nodig hebben.",
        name_fr="La boutique jeunesse des Trois Ruisseaux (exemple)",
        intro_fr="Vous cherchez un kit de fête, une formation ou un bus qui devient maison de jeunes ? Dans notre magasin, "
        "les jeunes, les écoles et les associations de cinq communes trouvent toute l’année ce qu’il leur faut.",
    ),
}
FRENCH = {
    "Fuifpakket": "Kit de fête",
    "Mobiel jeugdhuis te gast": "La maison de jeunes mobile chez vous",
    "Raad van bestuur": "Conseil d’administration",
    "Algemene vergadering": "Assemblée générale",
}


def build(planted: Planted) -> None:
    """Prepare and publish, as the coordinator does it."""
    version = WORDS.get(planted.story.slug)
    if version is None:
        return
    here, who = planted.partnership, planted.people[planted.story.coordinator]
    if version.intro_fr:
        version = _with_titles(planted, version)
    for board in Organ.objects.filter(partnership=here, kind=Organ.Kind.BOARD):
        said = organs.Particulars(board.name, board.starts, board.ends, public=True)
        organs.change_organ(organ=board, said=said, actor=who)
    publishing.publish(partnership=here, decisions=list(waiting_of(here)[:DECISIONS]), actor=who)
    services.prepare(partnership=here, version=version, actor=who)
    services.publish(partnership=here, actor=who, at=moment(planted.day(DAYS)))


def _with_titles(planted: Planted, version: Version) -> Version:
    """Some titles in French; the others stay Dutch, as in a page that somebody translates bit by bit."""
    titles: dict[str, str] = {}
    for model in (Organ, Offer, Action):
        kind = model._meta.label_lower
        for one in model.objects.filter(partnership=planted.partnership):
            if str(one) in FRENCH:
                titles[f"{kind}:{one.pk}"] = FRENCH[str(one)]
    return Version(
        kinds=version.kinds,
        email=version.email,
        intro=version.intro,
        name_fr=version.name_fr,
        intro_fr=version.intro_fr,
        titles_fr=titles,
    )
