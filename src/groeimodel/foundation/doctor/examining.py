"""Every check, in order, and what they all say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from groeimodel.foundation.doctor import copies, database, outside, program, setting, store, texts, work
from groeimodel.foundation.doctor.findings import DOCTOR, Check, Examined, Finding, Wishes, mend

CHECKS: tuple[Check, ...] = (
    *program.CHECKS,
    *setting.CHECKS,
    *database.CHECKS,
    *store.CHECKS,
    *work.CHECKS,
    *outside.CHECKS,
    *copies.CHECKS,
    *texts.CHECKS,
)
GATES = {"database": "database.answers", "tables": "database.migrations"}
"""What must be well before a check makes sense; tables are only there when the database is."""


def examine(wishes: Wishes, checks: Sequence[Check] = CHECKS) -> Examined:
    found: list[Finding] = []
    skipped: list[str] = []
    for check in checks:
        if _stands_open(check.needs, found, skipped):
            found += _asked(check, wishes)
        else:
            skipped.append(check.id)
    return Examined(tuple(found), tuple(skipped))


def _stands_open(needs: str, found: Iterable[Finding], skipped: Iterable[str]) -> bool:
    gates = [GATES["database"], *([GATES["tables"]] if needs == "tables" else [])] if needs else []
    shut = {one.id for one in found if one.said.level == "mend"} | set(skipped)
    return not shut.intersection(gates)


def _asked(check: Check, wishes: Wishes) -> Iterator[Finding]:
    try:
        said = list(check.run(wishes))
    except Exception as error:
        # Only its kind: the words of an error may quote an address or a row.
        words = f"Deze controle liep zelf mis ({type(error).__name__})."
        said = [mend(words, "Meld dit aan wie het product maakt, met de versie erbij.", DOCTOR)]
    return (Finding(check.id, one) for one in said)
