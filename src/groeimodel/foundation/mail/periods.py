"""The periods of digests: days, weeks that begin on Monday, months."""

from datetime import date, timedelta


def period_of(every: str, day: date) -> str:
    """The name of the period in which a day lies: '2026-11-24', '2026-W48' or '2026-11'."""
    if every == "day":
        return day.isoformat()
    if every == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return f"{day:%Y-%m}"


def start_of(every: str, day: date) -> date:
    """The first day of the period in which a day lies."""
    if every == "day":
        return day
    if every == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1)


def start_before(every: str, day: date) -> date:
    """The first day of the period before that one."""
    return start_of(every, start_of(every, day) - timedelta(days=1))
