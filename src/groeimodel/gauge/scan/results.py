"""From sheets to what a result page shows. Results of closed rounds do not change, so they are kept in the cache."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.core.cache import caches
from django.utils import timezone

from groeimodel.formats.report import Report
from groeimodel.foundation import records
from groeimodel.foundation.journal.selectors import version_of
from groeimodel.gauge.scan.models import Round, Sheet
from groeimodel.gauge.scan.selectors import (
    content_of,
    members_of,
    partners_of,
    place_of,
    previous_round,
    responses_of,
    to_responses,
)
from groeimodel.rules.growth import compare, diagnose, story
from groeimodel.rules.growth.content import Content, Layer, Role
from groeimodel.rules.growth.diagnosis import Change, Diagnosis, Privacy
from groeimodel.rules.growth.responses import Records
from groeimodel.rules.growth.story.parts import Story
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.from_diagnosis import garden_of
from groeimodel.rules.picture.garden import Garden

KEEP_SECONDS = 24 * 3600
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a result page, a report or the home of a partnership needs."""

    diagnosis: Diagnosis
    content: Content
    changes: tuple[Change, ...]
    names: dict[str, str]
    title: str
    example: bool
    alone: bool = False
    """The view of one person."""

    def story(self, role: Role | None = None) -> Story:
        return story.tell(
            self.diagnosis, self.content, role=role, changes=self.changes, title=self.title, names=self.names
        )

    def garden(self) -> Garden:
        return garden_of(self.diagnosis, self.content, self.title, names=self.names, example=self.example)

    def picture(self) -> str:
        """For in a page: coloured by the site's own style."""
        return draw(self.garden(), standalone=False)

    def report(self, day: str) -> Report:
        """For paper and files; `day` is the date in words."""
        garden = self.garden()
        return Report(
            story=self.story(),
            garden_light_svg=draw(garden, theme="auto"),
            garden_print_svg=draw(garden, theme="print"),
            date_text=day,
            example=self.example,
        )


def result_of(round: Round, *, said: Records | None = None) -> Result:
    """The result of a round as it stands; two queries, and none of the sums while nothing changed.

    `said` is what the records say, for a page that has read them already; otherwise they are asked.
    """
    if said is None:
        said = records.of(round.partnership, timezone.localdate())
    names = {one.key: one.name for one in partners_of(round)}
    heard = round.sheets.filter(submitted_at__isnull=False).count()
    # The version changes with anything that was done, an earlier round that was reopened too.
    state = f"{round.pk} {version_of(round.partnership.pk)} {round.closed_at} {heard} {said} {sorted(names)} {round.partnership.aim}"
    diagnosis, changes = kept(state, lambda: work_out(round, said))
    return Result(
        diagnosis,
        content_of(round.questionnaire),
        changes,
        names,
        round.partnership.name,
        round.partnership.example,
    )


def kept(state: str, make: Callable[[], T]) -> T:
    """The value that belongs to a state: from the cache, or made now."""
    key = "scan-" + hashlib.sha256(state.encode()).hexdigest()
    value: T | None = caches["pages"].get(key)
    if value is None:
        value = make()
        caches["pages"].set(key, value, KEEP_SECONDS)
    return value


def work_out(round: Round, said: Records) -> tuple[Diagnosis, tuple[Change, ...]]:
    content, privacy = content_of(round.questionnaire), privacy_of(round)
    responses = responses_of(round)
    diagnosis = diagnose(responses, content, aim=aim_of(round.partnership.aim), records=said, privacy=privacy)
    before = previous_round(round)
    if before is None:
        return diagnosis, ()
    strictest: Privacy = "closed" if "closed" in (privacy, privacy_of(before)) else "open"
    return diagnosis, compare(responses_of(before), responses, content, privacy=strictest)


def result_of_session(round: Round, sheets: Sequence[Sheet]) -> Result:
    """What a live session says, before anybody keeps it: neither the round nor its sheets are in the database."""
    content, partners = content_of(round.questionnaire), members_of(round.partnership)
    for number, sheet in enumerate(sheets):
        sheet.pk = -number - 1
    responses = to_responses(sheets, content, partners=[one.key for one in partners])
    diagnosis = diagnose(responses, content, aim=aim_of(round.partnership.aim), privacy=privacy_of(round))
    names = {one.key: one.name for one in partners}
    return Result(diagnosis, content, (), names, round.partnership.name, round.partnership.example)


def result_of_sheet(sheet: Sheet) -> Result:
    """The mirror of one person: what they themselves answered."""
    content = content_of(sheet.questionnaire)
    aim = sheet.round.partnership.aim if sheet.round else sheet.aim
    diagnosis = diagnose(to_responses([sheet], content), content, aim=aim_of(aim))
    # One person fills one seat: that the other is silent is no news.
    warnings = tuple(one for one in diagnosis.warnings if one.key != "seats_empty")
    diagnosis = replace(diagnosis, warnings=warnings)
    place = sheet.municipality.name if sheet.municipality else "Mijn gemeente"
    return Result(diagnosis, content, (), {place_of(sheet): place}, "", example=False, alone=True)


def latest_result(partnership_rounds: list[Round]) -> tuple[Round, Result] | None:
    """The newest closed round among these that has answers, with its result."""
    for round in partnership_rounds:
        if not round.is_open and round.sheets.filter(submitted_at__isnull=False).exists():
            return round, result_of(round)
    return None


def privacy_of(round: Round) -> Privacy:
    return "closed" if round.privacy == Round.Privacy.CLOSED else "open"


def aim_of(aim: str) -> Layer | None:
    return aim if aim in ("soil", "meadow", "shop") else None  # type: ignore[return-value]
