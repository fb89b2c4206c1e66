"""How actions of an example are tended and evaluated, through the services of the rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from groeimodel.demo.kit import Planted, moment
from groeimodel.demo.pictures import drawn
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation import services as evaluating
from groeimodel.meadow.evaluation.services import Said
from groeimodel.meadow.tending import services
from groeimodel.meadow.tending.selectors import reach_of
from groeimodel.meadow.tending.services import Counted, News, Picture, Spent, ToDo, Worked
from groeimodel.soil.meetings import services as meetings
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import NewItem
from groeimodel.soil.themes.models import Theme


@dataclass(frozen=True, slots=True)
class Job:
    """A task: whose, due in how many days, done how many days ago (0: not)."""

    text: str
    owner: str = ""
    due: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """Days ago, euro, what, where the proof is, who paid (empty: the pot); `asks`: noted by the gardener."""

    days: int
    euro: str
    what: str
    source: str
    payer: str = ""
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """Days ago, hours, of which municipality, of whom (empty: a colleague)."""

    days: int
    hours: str
    where: str
    who: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Days ago, a figure, its unit, its source."""

    days: int
    figure: str
    unit: str
    source: str
    what: str = ""
    where: str = ""
    reach: bool = False


@dataclass(frozen=True, slots=True)
class Tale:
    """News of so many days ago, with one of the drawings."""

    days: int
    text: str
    picture: str = ""
    alt: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A closed evaluation."""

    days: int
    verdict: str
    result: int
    reason: str
    title: str
    learned: str
    helps: str = ""
    tags: str = ""
    share: bool = False
    went_well: str = ""
    backs: Mapping[str, str] = field(default_factory=dict)
    """What municipalities say that expected nothing aloud."""


@dataclass(frozen=True, slots=True)
class Care:
    """Everything that was done for one action, by its title."""

    title: str
    bound: str = ""
    theme: str = ""
    jobs: Sequence[Job] = ()
    costs: Sequence[Cost] = ()
    work: Sequence[Work] = ()
    counts: Sequence[Count] = ()
    tales: Sequence[Tale] = ()
    verdict: Verdict | None = None


def tend(planted: Planted, cares: Sequence[Care]) -> None:
    """Write it all down; the scope must be open."""
    for care in cares:
        rows = Action.objects.select_related("partnership", "plot__merged_into", "gardener")
        # The one that came first: a neighbour may try the same, under the same title.
        action = rows.get(partnership=planted.partnership, title=care.title, came_from=None)
        if care.theme:
            _on_theme(action, care.theme, planted)
        _money(action, care, planted)
        _rest(action, care, planted)
        if care.verdict is not None:
            _evaluate(action, care.verdict, planted)


def _on_theme(action: Action, title: str, planted: Planted) -> None:
    """What it came up with, straight into the row; the theme stands on the agenda of the next meeting too."""
    action.theme = Theme.objects.filter(partnership=planted.partnership, title=title).first()
    action.save(update_fields=["theme"])
    meeting = Meeting.objects.filter(
        partnership=planted.partnership, starts__gt=moment(planted.today), cancelled_at=None
    ).first()
    if meeting is not None and action.theme is not None:
        meetings.add_item(meeting=meeting, new=NewItem(theme=action.theme))


def _where(name: str, planted: Planted) -> Municipality | None:
    return planted.municipality(name) if name else None


def _who(name: str, planted: Planted) -> Person | None:
    return planted.people[name] if name else None


def _money(action: Action, care: Care, planted: Planted) -> None:
    """The bound first: what the gardener notes above it waits for an answer."""
    if care.bound:
        services.set_bound(action=action, bound=Decimal(care.bound))
    for one in sorted(care.costs, key=lambda one: -one.days):
        spent = Spent(
            planted.day(one.days), Decimal(one.euro), one.what, one.source, _where(one.payer, planted)
        )
        actor = action.gardener if one.asks else None
        services.note_expense(action=action, spent=spent, actor=actor, at=moment(planted.day(one.days)))


def _rest(action: Action, care: Care, planted: Planted) -> None:
    for job in care.jobs:
        due = planted.day(-job.due) if job.due else None
        task = services.add_task(action=action, todo=ToDo(job.text, _who(job.owner, planted), due))
        if job.done:
            services.finish_task(task=task, at=moment(planted.day(job.done)))
    for work in care.work:
        where, who = _where(work.where, planted), _who(work.who, planted)
        worked = Worked(planted.day(work.days), Decimal(work.hours), where, who, work.what)
        services.note_hours(action=action, worked=worked, at=moment(planted.day(work.days)))
    for one in care.counts:
        counted = Counted(
            planted.day(one.days),
            Decimal(one.figure),
            one.unit,
            one.source,
            one.what,
            _where(one.where, planted),
            one.reach,
        )
        services.note_result(action=action, counted=counted, at=moment(planted.day(one.days)))
    for tale in sorted(care.tales, key=lambda one: -one.days):
        news = News(tale.text, tale.public, _picture(tale))
        services.write_update(
            action=action, news=news, actor=action.gardener, at=moment(planted.day(tale.days))
        )


def _picture(tale: Tale) -> Picture | None:
    if not tale.picture:
        return None
    name = f"{tale.picture}.png"
    return Picture(SimpleUploadedFile(name, drawn(tale.picture), content_type="image/png"), tale.alt)


def _evaluate(action: Action, one: Verdict, planted: Planted) -> None:
    for name, text in one.backs.items():
        evaluating.look_back(action=action, municipality=planted.municipality(name), text=text)
    counted = reach_of(action) or None
    said = Said(
        reach=counted,
        reach_source="de resultaten bij het verloop" if counted else "",
        went_well=one.went_well,
        title=one.title,
        learned=one.learned,
        helps=one.helps,
        tags=one.tags,
        share=one.share,
        verdict=one.verdict,
        reason=one.reason,
        result=one.result,
    )
    evaluating.save_draft(action=action, said=said, actor=action.gardener)
    evaluating.close(action=action, actor=action.gardener, at=moment(planted.day(one.days)))
