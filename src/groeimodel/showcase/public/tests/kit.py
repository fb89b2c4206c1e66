"""A partnership with something of everything: what may be seen by all, and what must never be."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.core.cache import caches
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.files import services as files
from groeimodel.foundation.files.tests.kit import photo, upload
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Update
from groeimodel.shop.counter import services as counter
from groeimodel.shop.desk.tests.kit import open_desk, received
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.publishing import services as publishing
from groeimodel.shop.sittings import services as sittings
from groeimodel.shop.sittings.tests import kit as boards
from groeimodel.showcase.public import services
from groeimodel.showcase.public.versions import Version
from groeimodel.showcase.sharing.models import PUBLIC, Kind
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.services import Draft, When
from groeimodel.soil.themes import services as themes

PAGE = "/samen/testland/"
CHOOSE = "/igs/testland/publieke-pagina/"
ALL = frozenset(PUBLIC)
SECRETS = (
    "geheim", "Geheim", "Stil idee", "Kiempje", "Mislukt", "Enkel voor partners", "Stille oogst", "Overleg",
    "thuis", "Niet bekend", "Chiro Proef", "0470", "12345", "12.345", "voorbeeld.test",
)  # fmt: skip
"""Words of what is for the partners only."""


def rich(cast: Cast) -> None:
    """Write it all; nothing is online yet."""
    Municipality.objects.filter(pk=cast.municipality.pk).update(name_fr="Village-Essai")
    with scope(partnership=cast.partnership):
        _meadow(cast)
        _soil(cast)
        _shop(cast)


def _meadow(cast: Cast) -> None:
    here = cast.partnership
    action(cast, "Fuifcoaches", gardener=cast.bram, text="Bram trekt dit geheim")
    action(cast, "Geheim perceel", plot=cast.municipality, budget=None)
    action(cast, "Zomerkamp", stage="harvest", species="sunflower", ends=-30)
    action(cast, "Stil idee", stage="seed", species="", ends=None)
    action(cast, "Kiempje", stage="seedling", ends=None)
    action(cast, "Mislukt", stage="compost", lesson="Een geheim", ends=-10)
    coaches = Action.objects.get(partnership=here, title="Fuifcoaches")
    news(cast, coaches, "Nog drie plaatsen vrij", public=True, picture="coach.jpg")
    news(cast, coaches, "Enkel voor partners", public=False, picture="intern.jpg")
    plot = Action.objects.get(partnership=here, title="Geheim perceel")
    news(cast, plot, "Nieuws van het geheim perceel", public=True, picture="perceel.jpg")


def action(cast: Cast, title: str, *, ends: int | None = 90, **changes: Any) -> Action:
    today = timezone.localdate()
    last = None if ends is None else today + timedelta(days=ends)
    told: dict[str, Any] = {
        "stage": "flower", "species": "poppy", "budget": 12345, "taken_down_on": today, "text": "",
        "ends": last, "starts": last and last - timedelta(days=150),
    }  # fmt: skip
    return Action.objects.create(partnership=cast.partnership, title=title, **(told | changes))


def news(cast: Cast, one: Action, text: str, *, public: bool, picture: str = "") -> Update:
    update = Update.objects.create(action=one, text=text, public=public, noted_by=cast.bram)
    if picture:
        files.keep(subject=update, upload=upload(photo(), picture), alt="Drie coaches", actor=None)
    return update


def _soil(cast: Cast) -> None:
    here, today = cast.partnership, timezone.localdate()
    for title, giver, for_all in (("Straat vrij", cast.neighbour, True), ("Stille oogst", None, False)):
        row = Harvest.objects.create(
            partnership=here, municipality=cast.municipality, title=title, gained_on=today,
            text="Dank aan Celia, zegt ze in het geheim", from_municipality=giver, picture_for_all=for_all,
        )  # fmt: skip
        files.keep(subject=row, upload=upload(photo(), f"{title}.jpg"), alt="Een straat", actor=None)
    soon = timezone.now() + timedelta(days=5)
    draft = Draft("Overleg van de ambtenaren", "officers")
    meetings.plan(partnership=here, draft=draft, when=When(soon, soon + timedelta(hours=2)), actor=cast.finn)
    themes.propose(partnership=here, proposal=themes.Proposal("Geheim thema"), actor=cast.bram)


def _shop(cast: Cast) -> None:
    here, today = cast.partnership, timezone.localdate()
    made = counter.add_offer(partnership=here, title="Fuifpakket", starts=today)
    counter.change_offer(
        offer=made,
        said=counter.Said(
            "Fuifpakket", text="Alles voor een veilige fuif.", how="Bel Bram", responsible=cast.bram
        ),
    )
    grown = action(cast, "Geheim aanbod in de maak")
    counter.draft_from(action=grown, text="Nog geheim")
    Action.objects.filter(pk=grown.pk).update(stage="compost", lesson="x")
    open_desk(cast)
    received(cast)
    board = boards.board(cast)
    Organ.objects.filter(pk=board.pk).update(public=True, women=3, men=2, counted_on=today)
    seats = boards.seats_of(board)
    for title in ("Het plan goedkeuren", "Niet bekend"):
        item = boards.point(boards.opened(board, title, present=seats[:4]))
        sittings.set_votes(item=item, choices={seats[0].pk: "for", seats[1].pk: "for"})
        decided = sittings.count(item=item).decision
        assert decided is not None
        if title != "Niet bekend":
            publishing.publish(partnership=here, decisions=[decided])
    board.refresh_from_db()
    open_sitting = sittings.call_sitting(organ=board, starts=boards.soon(), place="Raadzaal")
    closed = Organ.objects.create(partnership=here, name="Dagelijks bestuur", kind="daily", starts=today)
    closed_sitting = sittings.call_sitting(organ=closed, starts=boards.soon(), place="Bij Finn thuis")
    for one in (open_sitting, closed_sitting):
        type(one).objects.filter(pk=one.pk).update(invited_at=timezone.now())


def publish(cast: Cast, kinds: frozenset[Kind] = ALL, **words: Any) -> None:
    with scope(partnership=cast.partnership):
        services.prepare(partnership=cast.partnership, version=Version(kinds, **words), actor=cast.finn)
        services.publish(partnership=cast.partnership, actor=cast.finn)


def fresh() -> None:
    """Forget what was kept, where a test writes without the journal."""
    caches["pages"].clear()


def leaks(text: str) -> list[str]:
    """The names, addresses and secrets that stand in a text."""
    found = [one for one in SECRETS if one in text]
    for name, email in Person.objects.values_list("name", "email"):
        found += [name] if re.search(rf"\b{re.escape(name)}\b", text) else []
        found += [email] if email and email in text else []
    return found


def reload(partnership: Partnership) -> Partnership:
    return Partnership.objects.get(pk=partnership.pk)
