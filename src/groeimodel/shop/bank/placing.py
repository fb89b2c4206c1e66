"""Where lines can go and where they went: what the bank reads of the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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
from groeimodel.shop.money.models import Contribution, Post, Posting
from groeimodel.shop.money.selectors import open_contributions


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
    asked = Suggesting(owed_of(partnership, lines), habits_of(partnership, lines))
    return [Waiting(line, asked.of(line)) for line in lines]


def suggestion_for(line: Line) -> Suggestion | None:
    """What is suggested for one line, after what its elders would pay already."""
    return next((one.suggestion for one in waiting(line.account.partnership) if one.line.pk == line.pk), None)


def owed_of(partnership: Partnership, lines: Iterable[Line]) -> list[Owed]:
    """What is still to be paid, and what a line names though it is paid."""
    found = open_contributions(partnership)
    have = {one.pk for one in found}
    named = {line.reference for line in lines if line.reference}
    paid = (
        Contribution.objects.filter(call__book_year__partnership=partnership, reference__in=named)
        .exclude(pk__in=have)
        .select_related("call__book_year", "municipality__merged_into")
    )
    return [owed(one, one.remaining) for one in found] + [owed(one, Decimal(0)) for one in paid]


def owed(one: Contribution, remaining: Decimal) -> Owed:
    where = one.municipality
    names = (where.name, where.merged_into.name) if where.merged_into else (where.name,)
    return Owed(one.pk, one.reference, remaining, where.today, names, title_of(one))


def title_of(one: Contribution) -> str:
    words = {"year": one.call.book_year.year, "name": one.municipality.name_today}
    return _("Bijdrage %(year)s, %(name)s") % words


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
    """Of the years that are not closed, in the order of the books."""
    rows = Post.objects.filter(book_year__partnership=partnership, book_year__closed_on=None)
    return list(rows.select_related("book_year").order_by("-book_year__year", "direction", "kind", "title"))


def direction_of(line: Line) -> str:
    return "receipt" if line.amount > 0 else "expense"


def places_for(line: Line) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices of a form, in groups: what is still to be paid, then the posts of each open year, that of the line first."""
    partnership = line.account.partnership
    groups: dict[str, list[tuple[str, str]]] = {}
    if line.amount > 0:
        due = [
            (f"c{one.pk}", f"{title_of(one)} ({in_euro(one.remaining)})")
            for one in open_contributions(partnership)
        ]
        if due:
            groups[_("Bijdragen die nog open staan")] = due
    posts = [one for one in open_posts(partnership) if one.direction == direction_of(line)]
    for post in sorted(posts, key=lambda one: abs(one.book_year.year - line.day.year)):
        groups.setdefault(_("Boekjaar %(year)s") % {"year": post.book_year.year}, []).append(
            (f"p{post.pk}", post.title)
        )
    return list(groups.items())


def rows_of(line: Line, portions: Sequence[Portion]) -> tuple[dict[int, Post], dict[int, Contribution]]:
    """The rows that portions name, of this partnership and on the right side.

    Raises:
        ValidationError: one of them is not there, or money that leaves would go to a receipt.
    """
    partnership = line.account.partnership
    posts = {one.pk: one for one in open_posts(partnership) if one.direction == direction_of(line)}
    wanted = {one.contribution for one in portions if one.contribution is not None}
    due = {
        one.pk: one
        for one in Contribution.objects.filter(
            call__book_year__partnership=partnership, pk__in=wanted
        ).select_related("call__book_year", "municipality__merged_into")
    }
    wrong = (wanted - set(due)) or (wanted and line.amount < 0)
    if wrong or {one.post for one in portions if one.contribution is None} - set(posts):
        raise ValidationError(
            _("Deze plek bestaat niet meer, of het boekjaar is afgesloten. Kies een andere.")
        )
    return posts, due


def post_for(contribution: Contribution, line: Line) -> Post:
    """Where contributions stand in the books: in the year of the call, or in that of the line when it was closed.

    Raises:
        ValidationError: neither year has a post for contributions.
    """
    years = (contribution.call.book_year.year, line.day.year)
    found = [
        one
        for one in open_posts(line.account.partnership)
        if one.direction == "receipt" and one.kind == "contribution"
    ]
    for year in years:
        for one in found:
            if one.book_year.year == year:
                return one
    raise ValidationError(_("Er is geen post voor bijdragen in een boekjaar dat open is."))


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
