"""The small parts of a CAMT.053 message: who, which words, which reference. No Django."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from groeimodel.formats.statement import StatementLine, account_of, clean, reference_in, reference_of


def local(element: Element) -> str:
    """The name without its namespace: versions differ in nothing else here."""
    return str(element.tag).rpartition("}")[2]


def every(of: Element, name: str) -> Iterator[Element]:
    return (one for one in of if local(one) == name)


def at(of: Element | None, *path: str) -> Element | None:
    """The first element along a path of names; None when it is not there."""
    for name in path:
        if of is None:
            return None
        of = next(every(of, name), None)
    return of


def pick(of: Element, *path: str) -> Element:
    """Like `at`, an empty element when it is not there."""
    found = at(of, *path)
    return found if found is not None else Element("none")


def text_at(of: Element | None, *path: str) -> str:
    found = at(of, *path)
    return (found.text or "").strip() if found is not None else ""


def line_of(line: StatementLine, entry: Element, detail: Element | None) -> StatementLine:
    """The line with what the bank tells of it; `detail` is one payment (TxDtls), where there is one."""
    name, iban = _other_party(line, entry, detail)
    reference, words = _remittance(detail)
    back = text_at(entry, "RvslInd") == "true"
    told = [words or clean(text_at(detail, "AddtlTxInf") or text_at(entry, "AddtlNtryInf")), _foreign(detail)]
    text = " ".join([*(["Terugboeking."] if back else []), *(one for one in told if one)])
    return replace(
        line,
        name=name,
        iban=iban,
        text=text,
        reference=reference or reference_in(text),
        bank_reference=_bank_reference(entry, detail),
    )


def _bank_reference(entry: Element, detail: Element | None) -> str:
    refs = pick(detail, "Refs") if detail is not None else Element("none")
    parts = [text_at(entry, "AcctSvcrRef") or text_at(entry, "NtryRef")]
    parts += [text_at(refs, one) for one in ("AcctSvcrRef", "TxId", "EndToEndId")]
    return "/".join(dict.fromkeys(clean(one) for one in parts if one and one != "NOTPROVIDED"))


def _other_party(line: StatementLine, entry: Element, detail: Element | None) -> tuple[str, str]:
    """Whoever paid us, or was paid by us. A reversal goes the other way than the payment whose parties it names."""
    parties = at(detail, "RltdPties")
    if parties is None:
        return "", ""
    came = (line.amount > 0) != (text_at(entry, "RvslInd") == "true")
    for side in ("Dbtr", "Cdtr") if came else ("Cdtr", "Dbtr"):
        party = pick(parties, side)
        name = text_at(party, "Nm") or text_at(party, "Pty", "Nm")
        account = pick(parties, f"{side}Acct", "Id")
        number = account_of(text_at(account, "IBAN") or text_at(account, "Othr", "Id"))
        if name or number:
            return clean(name), number
    return "", ""


def _remittance(detail: Element | None) -> tuple[str, str]:
    """The structured reference and the words. A reference whose check digits are wrong stands among the words."""
    holder = at(detail, "RmtInf")
    if holder is None:
        return "", ""
    words = [text_at(one) for one in every(holder, "Ustrd")]
    reference = ""
    for one in every(holder, "Strd"):
        info = pick(one, "CdtrRefInf")
        given = text_at(info, "Ref") or text_at(info, "CdtrRef")
        found = reference_of(given)
        reference = reference or found
        words += [given] if given and not found else []
        words += [text_at(more) for more in every(one, "AddtlRmtInf")]
    return reference, clean(" ".join(words))


def _foreign(detail: Element | None) -> str:
    """What was paid in another currency, in words."""
    amount = at(detail, "AmtDtls", "InstdAmt", "Amt")
    currency = amount.get("Ccy", "EUR") if amount is not None else "EUR"
    return (
        f"(oorspronkelijk {text_at(amount)} {currency})" if amount is not None and currency != "EUR" else ""
    )
