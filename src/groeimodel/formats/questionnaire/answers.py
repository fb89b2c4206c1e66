"""What people and form tools write as an answer or a role."""

from groeimodel.formats.questionnaire.finder import normalised
from groeimodel.formats.questionnaire.headers import ROLE_OF, ROLE_WORDS
from groeimodel.rules.growth.content import Content, Role

MISSING, WRONG = 0, -1
UNKNOWN = frozenset((
    "weet ik niet", "weet niet", "ik weet het niet", "weet het niet", "geen idee", "geen mening", "geen antwoord",
    "n v t", "nvt", "niet van toepassing", "onbekend", "na", "n a", "nan", "null", "none", "dont know", "don t know",
    "i dont know", "i don t know", "do not know", "unknown", "no opinion", "not applicable", "no answer",
))  # fmt: skip
EMPTY_SIGNS = frozenset(" -–—?.…/\t\r\n\xa0")
LABELS = {
    1: ("helemaal oneens", "helemaal niet eens", "helemaal niet akkoord", "strongly disagree"),
    2: ("oneens", "niet eens", "eerder oneens", "niet akkoord", "eerder niet akkoord", "disagree"),
    3: ("neutraal", "niet eens niet oneens", "noch eens noch oneens", "noch akkoord noch niet akkoord", "neutral",
        "neither agree nor disagree"),
    4: ("eens", "eerder eens", "akkoord", "eerder akkoord", "agree"),
    5: ("helemaal eens", "helemaal akkoord", "strongly agree"),
}  # fmt: skip


class Answers(dict[str, int]):
    """Text of an answer to 1-5, 0 for 'don't know', -1 for what is no answer. Works each text out once."""

    def __init__(self, content: Content) -> None:
        super().__init__({str(n): n for n in range(1, 6)} | {"": MISSING})
        self.labels = {name: n for n, names in LABELS.items() for name in names}
        for n in range(1, 6):
            if f"answer.{n}" in content.words:
                self.labels[normalised(content.word(f"answer.{n}", "nl"))] = n
                self.labels[normalised(content.word(f"answer.{n}", "en"))] = n

    def __missing__(self, text: str) -> int:
        value = self[text] = self._read(text)
        return value

    def _read(self, text: str) -> int:
        name = normalised(text)
        if name in UNKNOWN or EMPTY_SIGNS.issuperset(text):
            return MISSING
        if name in self.labels:
            return self.labels[name]
        head, _, tail = name.partition(" ")  # '5 - helemaal eens', '1 (helemaal oneens)'
        if head in {"1", "2", "3", "4", "5"} and self.labels.get(tail) == int(head):
            return int(head)
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            return WRONG
        return int(number) if number in {1, 2, 3, 4, 5} else WRONG


def role_of(text: str) -> Role | None:
    """The role that a text names, or None: by a known name, else by words that point to one role only."""
    name = normalised(text)
    if name in ROLE_OF:
        return ROLE_OF[name]
    found = {ROLE_WORDS[word] for word in name.split() if word in ROLE_WORDS}
    return found.pop() if len(found) == 1 else None
