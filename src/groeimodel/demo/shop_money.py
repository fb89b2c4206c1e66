"""The books of the shop: a year that is closed, one that runs, contributions that come in, and two functions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from groeimodel.demo.kit import Planted, moment
from groeimodel.rules.money import mixed
from groeimodel.shop.money import services
from groeimodel.shop.money.models import BookYear, Contribution, Function, Post
from groeimodel.shop.money.services.budget import Line

CENT = Decimal("0.01")
KEY = mixed({"equal": 40, "under_25": 60})
YEARLY = 2500
INHABITANTS = (21_400, 9_800, 14_600, 7_900, 12_300)
"""Of the invented members, by their order in the story; three of ten are under 25."""
FUNCTIONS = (("Coördinator", 19, 29_500), ("Jeugdwerker", 16, 21_000))
BUDGET = (
    ("receipt", "contribution", "Bijdragen van de gemeenten", 32_000),
    ("receipt", "subsidy", "Werkingssubsidie", 32_000),
    ("receipt", "own", "Inkomsten uit aanbod", 11_400),
    ("expense", "running", "Werking en verzekering", 5_200),
    ("expense", "activities", "Vorming en aanbod", 14_000),
    ("expense", "equipment", "Uitleendienst: onderhoud", 3_400),
    ("expense", "volunteers", "Vergoeding vrijwilligers", 2_300),
)
SPENT = (
    (2, "running", "410.30", "Verzekering van het jaar"),
    (3, "activities", "2180.00", "Lesgevers opleiding animator"),
    (4, "equipment", "1265.45", "Nieuwe zeilen voor tenten"),
    (5, "volunteers", "384.00", "Onkosten van begeleiders"),
    (6, "activities", "3125.75", "Fuifpakketten"),
)


def build(planted: Planted) -> None:
    """The scope is open."""
    partnership, year = planted.partnership, planted.today.year
    for membership, count in zip(planted.memberships.values(), INHABITANTS, strict=True):
        place = membership.municipality
        place.inhabitants, place.inhabitants_under_25 = count, count * 3 // 10
        place.inhabitants_year = year - 1
        place.save()
    for title, hours, yearly in FUNCTIONS:
        services.add_function(
            partnership=partnership,
            title=title,
            hours=Decimal(hours),
            yearly=Decimal(yearly),
            starts=date(year - 1, 1, 1),
            at=moment(planted.day(400)),
        )
    before = _year(planted, year - 1)
    _year(planted, year)
    services.close_year(book_year=before, on=date(year, 1, 20), at=moment(date(year, 1, 20)))
    for worker in Function.objects.filter(partnership=partnership):
        for month in range(1, planted.today.month):
            services.note_month(
                partnership=partnership, month=date(year, month, 1), hours=worker.hours * 4, function=worker
            )
    for month, hours, people in ((4, 96, 14), (7, 310, 41)):
        if month < planted.today.month:
            services.note_month(
                partnership=partnership, month=date(year, month, 1), hours=Decimal(hours), people=people
            )
    for membership in planted.memberships.values():
        services.commit(
            partnership=partnership,
            municipality=membership.municipality,
            starts=date(year - 1, 1, 1),
            ends=date(year + 4, 12, 31),
            yearly=Decimal(YEARLY),
            basis="Gemeenteraad van december",
        )


def _year(planted: Planted, year: int) -> BookYear:
    first = moment(date(year, 1, 8))
    book_year = services.open_year(partnership=planted.partnership, year=year, at=first)
    posts: dict[str, Post] = {}
    for direction, kind, title, budget in BUDGET:
        line = Line(direction, kind, title, Decimal(budget))
        posts[kind] = services.write_post(book_year=book_year, line=line, at=first)
    services.budget_functions(book_year=book_year)
    today = planted.today
    staff = Post.objects.filter(book_year=book_year, kind=Post.Kind.STAFF)
    wages = [(month, one, (one.budget / 4).quantize(CENT)) for one in staff for month in (3, 6, 9, 12)]
    for month, post, amount in [*wages, (5, posts["subsidy"], Decimal(24_000))]:
        day = date(year, month, 28)
        if day <= today:
            services.post_amount(post=post, day=day, amount=amount, text=post.title, at=moment(day))
    for month, kind, amount, text in SPENT:
        day = date(year, month, 12)
        if day <= today:
            services.post_amount(post=posts[kind], day=day, amount=Decimal(amount), text=text, at=moment(day))
    call = services.call_contributions(
        book_year=book_year, total=Decimal(32_000), key=KEY, due_on=date(year, 4, 30), at=first
    )
    owed = list(Contribution.objects.filter(call=call).order_by("pk"))
    for one in owed if year < today.year else owed[:-4]:
        day = min(date(year, 4, 10), today)
        services.post_amount(
            post=posts["contribution"],
            day=day,
            amount=one.amount,
            text="Bijdrage",
            contribution=one,
            at=moment(day),
        )
    return book_year
