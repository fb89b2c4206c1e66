"""What is checked of a CODA file before it is read: records, their order, counts and sums. No Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from groeimodel.formats.statement import Problems, account_of, is_iban

WIDTH = 128
NEXT = {
    "": {"0"},
    "0": {"1"},
    "1": {"21", "31", "4", "8", "9"},
    "21": {"21", "22", "23", "31", "4", "8"},
    "22": {"21", "23", "31", "4", "8"},
    "23": {"21", "31", "4", "8"},
    "31": {"21", "31", "32", "4", "8"},
    "32": {"21", "31", "33", "4", "8"},
    "33": {"21", "31", "4", "8"},
    "4": {"21", "4", "8", "9"},
    "8": {"4", "9"},
    "9": {"0", "end"},
}
"""What may follow on which record."""
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")


@dataclass(frozen=True, slots=True)
class Record:
    row: int
    text: str

    @property
    def kind(self) -> str:
        """'0', '1', '21', '22', '23', '31', '32', '33', '4', '8' or '9'."""
        return self.text[:2] if self.text[0] in "23" else self.text[0]

    @property
    def place(self) -> str:
        return f"regel {self.row}"

    @property
    def movement(self) -> str:
        """Its number with the number of its detail: the same in the records that go on about it."""
        return self.text[2:10]


def records_of(data: bytes, problems: Problems) -> list[Record]:
    """The lines of a file that are records; banks write them in one of three encodings."""
    rows = _rows(data)
    found = []
    for number, text in enumerate(rows, start=1):
        if not text.strip():
            continue
        if len(text) != WIDTH:
            problems.add(f"regel {number}", f"telt {len(text)} tekens in plaats van {WIDTH}.")
        elif Record(number, text).kind not in NEXT:
            problems.add(f"regel {number}", f"begint met ‘{text[:2]}’. Dat is geen soort regel van CODA.")
        else:
            found.append(Record(number, text))
    if not found and not problems.any:
        problems.add("", "Het bestand is leeg.")
    return found


def _rows(data: bytes) -> list[str]:
    """Cut at line ends only, in the encoding that gives records of 128 signs."""
    best: list[str] = []
    for encoding in _ENCODINGS:
        try:
            rows = (
                data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n\x1a").split("\n")
            )
        except UnicodeDecodeError:
            continue
        if all(len(row) == WIDTH for row in rows if row.strip()):
            return rows
        best = best or rows
    return best


def checked(records: Sequence[Record], problems: Problems) -> list[list[Record]]:
    """The records of each statement; everything that does not fit is told."""
    parts: list[list[Record]] = []
    before = ""
    for one in records:
        if one.kind not in NEXT[before]:
            told = (
                f"een regel van soort {one.kind} kan niet na soort {before}."
                if before
                else "het bestand begint niet met een kopregel (0)."
            )
            problems.add(one.place, told)
        if one.kind == "0" or not parts:
            parts.append([])
        parts[-1].append(one)
        before = one.kind
    if records and before != "9":
        problems.add(
            records[-1].place, "hier houdt het bestand op, zonder slotregel (9). Is het wel volledig?"
        )
    if not problems.any:
        for part in parts:
            _check(part, problems)
    return parts


def _check(part: Sequence[Record], problems: Problems) -> None:
    """One statement whose records stand in order."""
    if part[0].text[127] != "2":
        problems.add(part[0].place, f"versie {part[0].text[127]} van CODA ken ik niet, enkel versie 2.")
    fields = _Fields(problems)
    opening = fields.amount(part[1], 42)
    fields.day(part[1], 58)
    _check_account(part[1], problems)
    credit = debit = Decimal(0)
    closing = None
    said = ""
    for one in part[2:-1]:
        if one.kind in {"21", "31"}:
            said = one.movement
        elif one.kind[0] in "23" and one.movement != said:
            problems.add(one.place, f"hoort bij verrichting {one.movement[:4]}, maar volgt op {said[:4]}.")
        if one.kind == "21":
            amount = _movement(one, fields, problems)
            if amount is not None and one.text[53] in "0123":
                credit, debit = credit + max(amount, Decimal(0)), debit + max(-amount, Decimal(0))
        elif one.kind == "8":
            closing = fields.amount(one, 41)
            fields.day(one, 57)
            _check_same_account(part[1], one, problems)
    _check_totals(part, (opening, closing), (debit, credit), fields)


def _movement(one: Record, fields: _Fields, problems: Problems) -> Decimal | None:
    if one.text[53] not in "012356789":
        problems.add(one.place, f"soort verrichting {one.text[53]} bestaat niet.")
    if one.text[47:53] != "000000":
        fields.day(one, 47)
    fields.day(one, 115)
    return fields.amount(one, 31)


def _check_account(record: Record, problems: Problems) -> None:
    structure, text = record.text[1], record.text[5:42]
    if structure not in "0123":
        problems.add(record.place, f"soort rekeningnummer {structure} bestaat niet.")
        return
    number = text[:12] if structure == "0" else text[:34]
    currency = text[13:16] if structure == "0" else text[34:37]
    if not is_iban(account_of(number)):
        problems.add(record.place, f"‘{number.strip()}’ is geen geldig rekeningnummer.")
    if currency.strip() not in {"", "EUR"}:
        problems.add(
            record.place,
            f"de rekening staat in {currency}. Enkel rekeningen in euro kunnen ingelezen worden.",
        )


def _check_same_account(first: Record, last: Record, problems: Problems) -> None:
    if first.text[5:42] != last.text[4:41]:
        problems.add(last.place, "het nieuwe saldo is van een andere rekening dan het oude.")


def _check_totals(
    part: Sequence[Record],
    balances: tuple[Decimal | None, Decimal | None],
    sums: tuple[Decimal, Decimal],
    fields: _Fields,
) -> None:
    """Of the last record: how many there are, and what came and went."""
    last, problems = part[-1], fields.problems
    count = sum(one.kind[0] in "1238" for one in part)
    if last.text[16:22] != f"{count:06d}":
        problems.add(
            last.place,
            f"de slotregel telt {last.text[16:22].lstrip('0') or '0'} regels, het zijn er {count}.",
        )
    for at, words, total in ((22, "af", sums[0]), (37, "bij", sums[1])):
        told = fields.digits(last, at)
        if told is not None and told != total:
            problems.add(last.place, f"er ging {total:.2f} {words}, maar de slotregel zegt {told:.2f}.")
    opening, closing = balances
    if closing is None:
        closing = opening if not any(one.kind == "8" for one in part) else None
    if opening is not None and closing is not None and opening + sums[1] - sums[0] != closing:
        moved = sums[1] - sums[0]
        problems.add(
            last.place,
            f"oud saldo {opening:.2f} en verrichtingen {moved:.2f} geven niet het nieuwe saldo {closing:.2f}.",
        )


@dataclass(frozen=True, slots=True)
class _Fields:
    """Cuts fields out of records, and tells when one cannot be."""

    problems: Problems

    def amount(self, record: Record, at: int) -> Decimal | None:
        """A sign (0 in favour, 1 against) and fifteen digits, three of them behind the comma."""
        found = self.digits(record, at + 1)
        if found is None or record.text[at] not in "01":
            if found is not None:
                self.problems.add(
                    record.place, f"het teken van het bedrag is ‘{record.text[at]}’ in plaats van 0 of 1."
                )
            return None
        return -found if record.text[at] == "1" else found

    def digits(self, record: Record, at: int) -> Decimal | None:
        text = record.text[at : at + 15]
        if not (text.isascii() and text.isdigit()):
            self.problems.add(
                record.place, f"‘{text.strip()}’ is geen bedrag (teken {at + 1} tot {at + 15})."
            )
            return None
        if text[-1] != "0":
            self.problems.add(record.place, f"het bedrag {int(text) / 1000:.3f} heeft deeltjes van een cent.")
            return None
        return Decimal(text[:-1]).scaleb(-2)

    def day(self, record: Record, at: int) -> date | None:
        text = record.text[at : at + 6]
        try:
            return datetime.strptime(text, "%d%m%y").date()  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            self.problems.add(record.place, f"‘{text}’ is geen dag (teken {at + 1} tot {at + 6}).")
            return None
