"""A duo of the soil example that both finished, and one that waits for the other."""

from groeimodel.demo import potgrond, weide
from groeimodel.demo.kit import Planted, moment
from groeimodel.gauge.duo import services
from groeimodel.gauge.duo.models import Side
from groeimodel.gauge.duo.services import Said

HERS = Said(
    {
        "from-you": "Dat ik het van jou hoor voor het in de krant staat. En wat het ons oplevert, in twee zinnen.",
        "from-me": "Dat ik jouw uren verdedig, ook als de begroting krap is.",
        "informed": "Na elke ontmoeting een kort bericht. De rest mondeling.",
    },
    {"time": 3, "decide": 4, "college": 5, "themes": 4, "show": 5},
    {"time": 4, "decide": 3, "college": 4, "themes": 2, "show": 3},
)
HIS = Said(
    {
        "from-you": "Vier uur per maand die echt vrij zijn. En dat je vraagt hoe het ging.",
        "from-me": "Dat ik niets beloof in jouw naam zonder het te vragen.",
        "informed": "Een mail na elke ontmoeting, en tien minuten elke twee weken.",
    },
    {"time": 5, "decide": 5, "college": 4, "themes": 4, "show": 4},
    {"time": 2, "decide": 2, "college": 4, "themes": 3, "show": 4},
)


def talk_in_pairs(planted: Planted) -> None:
    """Through the services, with the people of the story; the scope must be open."""
    where = {potgrond.STORY.slug: (potgrond.L, True), weide.STORY.slug: (weide.K, False)}.get(
        planted.story.slug
    )
    if where is None:
        return
    name, both = where
    at = moment(planted.day(52), 11)
    duo = services.start(
        partnership=planted.partnership,
        municipality=planted.municipality(name),
        actor=None,
        at=at,
        mail=not both,
    )
    alderman, officer = (Side.objects.get(duo=duo, role=role) for role in ("alderman", "officer"))
    services.keep(side=officer, said=HIS)
    services.finish(side=officer, at=at)
    if both:
        services.keep(side=alderman, said=HERS)
        services.finish(side=alderman, at=at)
        alderman.refresh_from_db()
        services.agree(side=alderman, text="Elke tweede maandag tien minuten, om 9 uur", who="both", due=None)
        services.agree(
            side=alderman, text="De uren vastleggen in een mandaat", who="alderman", due=planted.day(-20)
        )
