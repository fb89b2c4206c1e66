"""Where lines can go and where they went: what the bank reads of the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import in_euro
from groeimodel.shop.bank.models import Line, Match
from groeimodel.shop.bank.selectors import open_lines
from groeimodel.shop.bank.suggesting import Habit, Movement, Owed, Portion, Suggesting, Suggestion
from groeimodel.shop.money.models import BookYear, Contribution, Post, Posting
from groeimodel.shop.money.selectors import Owed as Asked
from groeimodel.shop.money.selectors import contributions_of, open_contributions


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line without a place, and where it may belong."""

    line: Line
    suggestion: Suggestion | None

    @property
    def sure(self) -> bool:
        return self.suggestion is not None and self.suggestion.sure


def waiting(partnership: Partnership) -> list[Waiting]:
    """Every line that waits, the oldest first, with what is suggested: six queries."""
    lines = list(open_lines(partnership))
    asked = Suggesting(owed_of(partnership), habits_of(partnership, lines))
    return [Waiting(line, asked.of(line)) for line in lines]


def suggestion_for(line: Line) -> Suggestion | None:
    """What is suggested for one line, after what its elders would pay already."""
    return next((one.suggestion for one in waiting(line.account.partnership) if one.line.pk == line.pk), None)


def owed_of(partnership: Partnership) -> list[Owed]:
    """Everything that was asked, also what is paid: a line may name it again. Two queries."""
    return [owed(one) for one in contributions_of(partnership)]


def owed(one: Asked) -> Owed:
    where = one.contribution.municipality
    names = [where.name, *(more.name for more in (where.merged_into, one.contribution.asked_of) if more)]
    return Owed(
        key=one.contribution.pk,
        reference=one.contribution.reference or "",
        remaining=max(one.remaining, Decimal(0)),
        municipality=where.today,
        names=tuple(dict.fromkeys(names)),
        title=title_of(one.contribution),
    )


def title_of(one: Contribution) -> str:
    """'Bijdrage 2026, Iepenrade'."""
    return f"{one.call.title} {one.call.book_year.year}, {(one.asked_of or one.municipality).name}"


def habits_of(partnership: Partnership, lines: Sequence[Line]) -> Callable[[Movement], Habit | None]:
    """What was done before with the same accounts; two queries."""
    ibans = {one.iban for one in lines if one.iban}
    before = (
        Match.objects.filter(
            line__account__partnership=partnership,
            line__iban__in=ibans,
            line__state=Line.State.MATCHED,
            round=F("line__round"),
        )
        .select_related("line", "posting__post", "posting__contribution__municipality")
        .order_by("line__day", "pk")
    )
    posts = {
        (one.book_year.year, one.direction, one.kind, one.title): one.pk for one in open_posts(partnership)
    }
    last: dict[tuple[str, bool], Match] = {}
    times: Counter[tuple[str, bool, str]] = Counter()
    for one in before:
        side = one.line.amount > 0
        last[one.line.iban, side] = one
        times[one.line.iban, side, one.posting.post.title] += 1

    def habit(line: Any) -> Habit | None:
        found = last.get((line.iban, line.amount > 0)) if line.iban else None
        if found is None:
            return None
        post, paid = found.posting.post, found.posting.contribution
        return Habit(
            post=None if paid else posts.get((line.day.year, post.direction, post.kind, post.title)),
            municipality=paid.municipality.today if paid else None,
            title=post.title,
            times=times[line.iban, line.amount > 0, post.title],
        )

    return habit


def open_posts(partnership: Partnership) -> list[Post]:
    """Of the years that are not closed, in the order of the books: one query."""
    rows = Post.objects.filter(book_year__partnership=partnership, book_year__closed_on=None)
    return list(rows.select_related("book_year__partnership"))


def posts_for(line: Line) -> list[Post]:
    """Where it can be posted, on its own side: in the books of its own year, or the first open ones after a closed year."""
    partnership = line.account.partnership
    found = [one for one in open_posts(partnership) if one.direction == direction_of(line)]
    own = [one for one in found if one.book_year.year == line.day.year]
    if own or not year_is_closed(line):
        return own
    first = min((one.book_year.year for one in found if one.book_year.year > line.day.year), default=None)
    return [one for one in found if one.book_year.year == first]


def year_is_closed(line: Line) -> bool:
    """Whether the books of its own year are closed for good: one query."""
    rows = BookYear.objects.filter(partnership=line.account.partnership, year=line.day.year)
    return rows.filter(closed_on__isnull=False).exists()


def day_in(post: Post, line: Line) -> date:
    """Its own day; in the books of a later year the first of that year."""
    year = post.book_year.year
    return line.day if line.day.year == year else date(year, 1, 1)


def direction_of(line: Line) -> str:
    return Post.Direction.RECEIPT if line.amount > 0 else Post.Direction.EXPENSE


def places_for(line: Line) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices of a form, in groups: what is still to be paid, then the posts. Nothing without open books."""
    posts = posts_for(line)
    groups: dict[str, list[tuple[str, str]]] = {}
    if any(one.kind == Post.Kind.CONTRIBUTION for one in posts):
        due = [
            (f"c{one.contribution.pk}", f"{title_of(one.contribution)} ({in_euro(one.remaining)})")
            for one in open_contributions(line.account.partnership)
        ]
        groups[_("Bijdragen die nog open staan")] = due
    for one in posts:
        groups.setdefault(_("Boekjaar %(year)s") % {"year": one.book_year.year}, []).append(
            (f"p{one.pk}", one.title)
        )
    return [(name, choices) for name, choices in groups.items() if choices]


def rows_of(line: Line, portions: Sequence[Portion]) -> tuple[dict[int, Post], dict[int, Contribution]]:
    """The rows that portions name, of this partnership, this year and this side.

    Raises:
        ValidationError: one of them is not there, or its year is closed.
    """
    posts = {one.pk: one for one in posts_for(line)}
    wanted = {one.contribution for one in portions if one.contribution is not None}
    rows = Contribution.objects.filter(call__book_year__partnership=line.account.partnership, pk__in=wanted)
    due = {one.pk: one for one in rows.select_related("call__book_year", "municipality")}
    wrong = (wanted - set(due)) or (wanted and line.amount < 0)
    if wrong or {one.post for one in portions if one.contribution is None} - set(posts):
        raise ValidationError(
            _("Deze plek bestaat niet, of het boekjaar %(year)s is niet open.") % {"year": line.day.year}
        )
    return posts, due


def post_for_contributions(line: Line) -> Post:
    """Where contributions stand in the books of its year.

    Raises:
        ValidationError: there is no such post.
    """
    for one in posts_for(line):
        if one.kind == Post.Kind.CONTRIBUTION:
            return one
    raise ValidationError(
        _("Zet eerst een post voor de bijdragen van gemeenten in de begroting van %(year)s.")
        % {"year": line.day.year}
    )


def words_for(line: Line, suggestion: Suggestion | None) -> str:
    """What the books say of it: never the name of the other party, who may be a person."""
    return (suggestion.title if suggestion and suggestion.portions else line.text)[:120]


def matches_of(line: Line) -> list[Match]:
    """Where a line went; empty when it waits or lies aside."""
    rows = Match.objects.filter(line=line, round=line.round).select_related(
        "posting__post__book_year", "posting__contribution__municipality__merged_into"
    )
    return list(rows)


def is_reversed(posting: Posting) -> bool:
    return Posting.objects.filter(reverses=posting).exists()
