"""The multi-year plan of the shop: written, adopted, changed since, and laid beside the plans of three municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.winkel import D, N, S
from groeimodel.formats.local_plan import LocalLine
from groeimodel.foundation.partners.models import Seat
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.plan import Cell
from groeimodel.shop.plan import selectors, services
from groeimodel.shop.plan.differing import proposal_of
from groeimodel.shop.plan.models import LocalAction, Plan, PlanAction
from groeimodel.shop.plan.services import ActionFields, Fields
from groeimodel.shop.sittings.selectors import coming


@dataclass(frozen=True, slots=True)
class Act:
    """One action: what it costs and brings in, each year as much, and for how long."""

    title: str
    text: str = ""
    expense: int = 0
    receipt: int = 0
    invest: int = 0
    """In the second year only."""
    priority: bool = False
    meadow: str = ""
    """Title of an action on the meadow."""


WRITTEN: tuple[tuple[str, str, tuple[tuple[str, tuple[Act, ...]], ...]], ...] = (
    (
        "Elk kind en elke jongere vindt dichtbij iets te doen",
        "Wie jong is in onze vijf gemeenten, moet geen auto nodig hebben om ergens bij te horen.",
        (
            (
                "We brengen het jeugdhuis naar de dorpen",
                (
                    Act(
                        "Mobiel jeugdhuis",
                        "Een bus die elke week ergens anders staat.",
                        14_200,
                        1_800,
                        18_000,
                        True,
                        "Mobiel jeugdhuis",
                    ),
                    Act("Fuifbus in het weekend", "", 8_900, 3_100, meadow="Fuifbus in het weekend"),
                ),
            ),
            (
                "We maken vakantie haalbaar voor iedereen",
                (
                    Act(
                        "Vakantieaanbod in één boekje",
                        "Vijf gemeenten, één inschrijving.",
                        6_400,
                        priority=True,
                    ),
                    Act("Kampweken voor kinderen met een beperking", "", 11_300, 4_500),
                    Act("Speelpleinen delen animatoren", "", 5_400),
                ),
            ),
        ),
    ),
    (
        "Jongeren beslissen mee over wat hen aangaat",
        "",
        (
            (
                "We luisteren vóór we beslissen",
                (
                    Act("Jongerenpanel van de streek", "Vier keer per jaar.", 3_200, priority=True),
                    Act("Meetdag welzijn op school", "", 6_100, 2_000),
                ),
            ),
        ),
    ),
    (
        "De samenwerking staat stevig",
        "",
        (
            (
                "We zorgen voor mensen en middelen",
                (
                    Act("Twee medewerkers", "Anderhalve plaats, samen betaald.", 96_500, 142_000),
                    Act("Vorming voor hoofdanimatoren", "", 9_800, 2_400),
                ),
            ),
        ),
    ),
)

LOCAL: dict[str, tuple[tuple[str, str, int], ...]] = {
    D: (
        ("1.2.3", "Speelpleinwerking in elke kern", 38_000),
        ("1.2.4", "Bijdrage aan het mobiel jeugdhuis", 4_200),
        ("1.3.1", "Adviesraad jeugd ondersteunen", 2_500),
        ("4.1.2", "Skatepark vernieuwen", 60_000),
    ),
    N: (
        ("J-01", "Vakantie voor kinderen met een beperking", 3_000),
        ("J-02", "Eigen fuifbus naar de stad", 7_500),
        ("J-03", "Jeugdlokalen brandveilig", 45_000),
    ),
    S: (("2.1", "Jongeren bevragen over welzijn", 1_200), ("2.2", "Zomeraanbod animatoren", 14_000)),
}
LINKS: tuple[tuple[str, str, str, str], ...] = (
    (D, "1.2.4", "Mobiel jeugdhuis", ""),
    (D, "1.2.3", "Speelpleinen delen animatoren", ""),
    (N, "J-01", "Kampweken voor kinderen met een beperking", ""),
    (
        N,
        "J-02",
        "Fuifbus in het weekend",
        "Een eigen bus rijdt op dezelfde avonden als de gezamenlijke: dan is geen van beide vol.",
    ),
    (S, "2.1", "Meetdag welzijn op school", ""),
)
"""Municipality, local code, joint action, and why they contradict each other (empty: they belong together)."""


def build(planted: Planted) -> None:
    """Adopted before it began, changed since, and due to be looked at again."""
    plan = selectors.plan_to_show(planted.partnership, planted.today)
    if plan is None:
        return
    officer = planted.seat(D, Seat.Role.OFFICER)
    day = plan.adopted_on or planted.day(340)
    actions = _write(planted, plan)
    services.adopt(plan=plan, on=day, decided_by="Raad van bestuur", at=moment(day))
    first = actions["Mobiel jeugdhuis"]
    cells = selectors.amounts_of(first)
    for year in list(plan.years)[1:]:
        cells[year, "exploitation", "expense"] += Decimal("1350.50")
    services.estimate(action=first, cells=cells, actor=officer, at=moment(planted.day(12)))
    services.add_action(
        action_plan=actions["Vakantieaanbod in één boekje"].action_plan,
        fields=Fields("Avontuurlijke herfstweek", "De eerste was vol na drie dagen."),
        actor=officer,
        at=moment(planted.day(9)),
    )
    _local(planted, plan, actions)
    for sitting in coming(planted.partnership, planted.today)[:1]:
        services.propose(plan=plan, sitting=sitting, text=proposal_of(plan), at=moment(planted.day(1)))


def _write(planted: Planted, plan: Plan) -> dict[str, PlanAction]:
    meadow = {one.title: one for one in Action.objects.filter(partnership=planted.partnership)}
    at = moment(planted.day(600))
    found: dict[str, PlanAction] = {}
    for number, (title, text, ways) in enumerate(WRITTEN, start=1):
        goal = services.add_objective(plan=plan, fields=Fields(title, text), at=at)
        for name, acts in ways:
            way = services.add_action_plan(objective=goal, fields=Fields(name), at=at)
            for act in acts:
                more = ActionFields(act.priority, report_code=f"IGS-{number}", action=meadow.get(act.meadow))
                row = services.add_action(
                    action_plan=way, fields=Fields(act.title, act.text), more=more, at=at
                )
                services.estimate(action=row, cells=_cells(plan, act), at=at)
                found[act.title] = row
    return found


def _cells(plan: Plan, act: Act) -> dict[Cell, Decimal]:
    """A little dearer each year, to the cent."""
    cells: dict[Cell, Decimal] = {}
    for number, year in enumerate(plan.years):
        dearer = Decimal(100 + 2 * number) / 100
        cells[year, "exploitation", "expense"] = round(act.expense * dearer, 2)
        cells[year, "exploitation", "receipt"] = Decimal(act.receipt)
        cells[year, "investment", "expense"] = Decimal(act.invest if number == 1 else 0)
    return {cell: amount for cell, amount in cells.items() if amount}


def _local(planted: Planted, plan: Plan, actions: dict[str, PlanAction]) -> None:
    first, last = plan.starts.year, plan.ends.year
    for name, rows in LOCAL.items():
        lines = [
            LocalLine(number, code, title, "0750", first, last, Decimal(amount))
            for number, (code, title, amount) in enumerate(rows, start=2)
        ]
        services.read_in(
            partnership=planted.partnership,
            municipality=planted.municipality(name),
            lines=lines,
            actor=planted.seat(name, Seat.Role.OFFICER),
            on=planted.day(40),
        )
    known = {
        (one.municipality.name, one.code): one
        for one in LocalAction.objects.filter(partnership=planted.partnership).select_related(
            "municipality", "partnership"
        )
    }
    for name, code, title, why in LINKS:
        services.link(
            local=known[name, code],
            action=actions[title],
            contradicts=bool(why),
            why=why,
            actor=planted.seat(name, Seat.Role.OFFICER),
        )
