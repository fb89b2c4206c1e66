"""Names of documents, made safe: no folders, no control signs, no ending that says what it is not."""

import re
import unicodedata

LONGEST = 120


def safe_label(name: str) -> str:
    """A name to show and to save under: 'C:\\map\\Verslag \\u202efdp.exe' becomes 'Verslag fdp'; may be empty."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in last)
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", plain.strip())
    words = re.sub(r'[<>:"|?*]+', " ", stem).replace("..", ".")
    return " ".join(words.split()).strip(". ")[:LONGEST].strip()
