"""What people and form tools write as an answer or a role."""

from groeimodel.formats.questionnaire.headers import ROLE_OF, normalised
from groeimodel.rules.growth.content import Content, Role

MISSING, WRONG = 0, -1
UNKNOWN = ("", "weet ik niet", "weet niet", "geen idee", "geen mening", "n v t", "nvt", "na", "n a", "nan", "null", "none",
           "dont know", "don t know", "do not know", "unknown", "onbekend", "niet van toepassing", "x")  # fmt: skip


class Answers(dict[str, int]):
    """Text of an answer to 1-5, 0 for 'don't know', -1 for what is no answer. Works each text out once."""

    def __init__(self, content: Content) -> None:
        super().__init__({str(n): n for n in range(1, 6)} | {"": MISSING})
        self.labels = {
            normalised(content.words[f"answer.{n}"].in_language(language)): n
            for n in range(1, 6)
            for language in ("nl", "en")
            if f"answer.{n}" in content.words
        }

    def __missing__(self, text: str) -> int:
        value = self[text] = self._read(text)
        return value

    def _read(self, text: str) -> int:
        name = normalised(text)
        if name in UNKNOWN:
            return MISSING
        if name in self.labels:
            return self.labels[name]
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            head, _, tail = name.partition(" ")
            if head in {"1", "2", "3", "4", "5"} and tail and self.labels.get(tail, int(head)) == int(head):
                return int(head)
            return WRONG
        return int(number) if number in {1, 2, 3, 4, 5} else WRONG


def role_of(text: str) -> Role | None:
    """The role that a text names, or None."""
    return ROLE_OF.get(normalised(text))
