"""Working days in Belgium. In words: `docs/rules/workdays.md`. Days are `date.toordinal()`: 1 is 1 January of the year 1.

A working day is Monday to Friday, except the ten public holidays of the law of 4 January 1974 on holidays and the royal
decree of 18 April 1974. Days that a government gives beside those (2 and 15 November, 26 December) count as working days.
"""

from __future__ import annotations

from functools import cache

FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
"""Month and day: New Year, Labour Day, National Day, Assumption, All Saints, Armistice, Christmas."""
AFTER_EASTER = (1, 39, 50)
"""Days after Easter Sunday: Easter Monday, Ascension, Whit Monday."""


def easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Gregorian calendar.

    The anonymous algorithm of Nature (20 April 1876), as given by J. Meeus, Astronomical Algorithms, chapter 8.
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return month, (h + m - 7 * n + 33 * month + 19) % 32


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day of the Gregorian calendar: count from 1 March, so that a leap day comes last."""
    years, months = (year, month - 3) if month > 2 else (year - 1, month + 9)
    leap = years // 4 - years // 100 + years // 400
    return years * 365 + leap + (153 * months + 2) // 5 + day - 306


def year_of(day: int) -> int:
    """In which year a day lies."""
    guess = day * 400 // 146_097 + 1
    while ordinal(guess, 1, 1) > day:
        guess -= 1
    while ordinal(guess + 1, 1, 1) <= day:
        guess += 1
    return guess


@cache
def holidays(year: int) -> frozenset[int]:
    """The ten public holidays of a year."""
    sunday = ordinal(year, *easter(year))
    fixed = {ordinal(year, month, day) for month, day in FIXED}
    return frozenset(fixed | {sunday + after for after in AFTER_EASTER})


def is_working_day(day: int) -> bool:
    return (day - 1) % 7 < 5 and day not in holidays(year_of(day))


def working_days(since: int, until: int) -> int:
    """How many working days have begun after the day `since`, up to and with `until`; 0 when `until` is not later."""
    return sum(is_working_day(day) for day in range(since + 1, until + 1))


def working_day_after(day: int, count: int) -> int:
    """The day on which `count` working days have begun after `day`; the first working day from `day` on for 0."""
    if count <= 0:
        return day if is_working_day(day) else working_day_after(day, 1)
    while count:
        day += 1
        count -= is_working_day(day)
    return day
