"""What the regional supporter of the examples does: two partnerships let her look along, the third was asked."""

from __future__ import annotations

from datetime import timedelta

from groeimodel.demo import potgrond, weide, winkel
from groeimodel.demo.kit import Planted, moment
from groeimodel.foundation.contact import services as contact
from groeimodel.foundation.people.models import Person
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.meetings.models import Meeting
from groeimodel.support.region import services

QUESTIONS = {
    potgrond.STORY.slug: (
        (
            21,
            "Lotte Claessens",
            "Mag een jeugdraad mee aan tafel?",
            "Ja, als gast. Vraag het eerst aan de groep.",
            2,
        ),
        (
            9,
            "Lotte Claessens",
            "Onze schepen vraagt wat we er tot nu aan hadden. Hoe begin ik daaraan?",
            "",
            0,
        ),
    ),
    winkel.STORY.slug: (
        (60, "Fatima Amrani", "Wie kent een sjabloon voor de evaluatie?", "Ik stuur je er twee door.", 1),
        (2, "Fatima Amrani", "Wanneer vragen we de raden een besluit over de verlenging?", "", 0),
    ),
}
"""Days ago, by whom, what, the answer, and after how many days it came."""
NOTES = {
    potgrond.STORY.slug: (
        (33, "Veel goesting, weinig ritme. Samen een vaste dag zoeken, liefst een dinsdag."),
    ),
    winkel.STORY.slug: (
        (47, "Sterk bureau. De kleinste gemeente vraagt zich af wat de winkel haar opbrengt: oogst tonen."),
    ),
}


def build(planted: Planted, supporter: Person) -> None:
    """Through the services; the scope must be open."""
    partnership, slug = planted.partnership, planted.story.slug
    for days, who, text, answer, after in QUESTIONS.get(slug, ()):
        asked = contact.ask(
            partnership=partnership,
            text=text,
            page=f"/igs/{slug}/",
            actor=planted.people[who],
            at=moment(planted.day(days)),
        )
        if answer:
            at = moment(planted.day(days - after))
            contact.answer(question=asked, text=answer, actor=supporter, at=at)
    if slug == weide.STORY.slug:
        services.ask_to_look(partnership=partnership, actor=supporter, at=moment(planted.day(4)))
        return
    coordinator = planted.people[planted.story.coordinator]
    at = moment(planted.day(50))
    among = [Kind.REGION]
    sharing.choose(partnership=partnership, among=among, shown=among, actor=coordinator, at=at)
    for days, text in NOTES[slug]:
        day = planted.day(days)
        services.note(partnership=partnership, text=text, day=day, actor=supporter, at=moment(day))
    _sessions(planted, supporter)


def _sessions(planted: Planted, supporter: Person) -> None:
    """In the soil one that is prepared for the next meeting; in the shop one that was done."""
    partnership = planted.partnership
    if planted.story is potgrond.STORY:
        coming = Meeting.objects.filter(
            partnership=partnership, cancelled_at=None, starts__gt=moment(planted.today + timedelta(days=1))
        )
        meeting = coming.order_by("starts").first()
        services.prepare(partnership=partnership, kind="scan", meeting=meeting, actor=supporter)
        return
    at = moment(planted.day(47))
    session = services.prepare(partnership=partnership, kind="evaluate", actor=supporter, at=at)
    services.begin(session=session, actor=supporter, at=at)
    agreed = (
        "Elke gemeente noteert tegen de volgende keer twee oogsten.",
        "We stoppen met de nieuwsbrief op papier.",
    )
    services.finish(session=session, after=services.Afterwards(agreed), actor=supporter, at=at)
