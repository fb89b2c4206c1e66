"""How long to wait after a try that failed: short at first, then ever longer, and never exactly as long as another."""

from datetime import timedelta

FIRST = timedelta(seconds=30)
FACTOR = 4
LONGEST = timedelta(hours=6)
JITTER = 0.2


def pause(tries: int, chance: float) -> timedelta:
    """The pause after the `tries`th try (1 or more); `chance`, from 0 to 1, makes it up to a fifth longer.

    The chance keeps a thousand mails that failed together from coming back together.
    """
    steps = min(tries - 1, 10)  # from there on it is the longest anyhow
    plain = min(FIRST * int(FACTOR**steps), LONGEST)
    return plain * (1 + JITTER * chance)
