"""Finding the words of a story, and figures in the notation of the reader."""

from collections.abc import Mapping

from groeimodel.rules.growth.content import LAYERS, Actor, Content, Language, Model, Role, Statement, Text

NBSP = "\u00a0"
_SIGNS: dict[Language, tuple[str, str]] = {"nl": (".", ","), "en": (",", ".")}


def number(value: float, decimals: int = 0, language: Language = "nl") -> str:
    """A figure in Belgian notation, '1.234,5' (English: '1,234.5'), halves rounded away from zero.

    A minus sign, not a hyphen, before what is below zero; never '-0'.
    """
    scale = 10**decimals
    rounded = int(abs(value) * scale + 0.5 + 1e-9) / scale
    thousands, point = _SIGNS[language]
    text = f"{rounded:,.{decimals}f}".replace(",", "_").replace(".", point).replace("_", thousands)
    return f"\N{MINUS SIGN}{text}" if value < 0 and rounded else text


def percent(share: float, language: Language = "nl") -> str:
    """A share 0 to 1 as '82 %' (English: '82%')."""
    return f"{number(share * 100, 0, language)}{'' if language == 'en' else NBSP}%"


def capital(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


class Teller:
    """Says the content's words in one language."""

    def __init__(self, content: Content, language: Language) -> None:
        self.content = content
        self.language: Language = language
        self._words: Mapping[str, Text] = content.words
        self._statements = {one.id: one for one in content.statements}
        self._blocks = {one.id: one for one in content.blocks}
        self._models: Mapping[str, Model] = {one.layer: one for one in content.models}

    def say(self, key: str, /, **values: str | int) -> str:
        """The words of a key with its values filled in.

        Raises KeyError for a key without words or a value that is not given.
        """
        return self._words[key].in_language(self.language).format(**values)

    def count(self, key: str, count: int, /, **values: str | int) -> str:
        """The words of ``key.one`` or ``key.many``, with the count as {count}."""
        return self.say(self.counted(key, count), count=self.number(count), **values)

    def counted(self, key: str, count: int) -> str:
        """The key for this count: some words have a form for one and a form for more."""
        if f"{key}.many" not in self._words:
            return key
        return f"{key}.one" if count == 1 else f"{key}.many"

    def number(self, value: float, decimals: int = 0) -> str:
        return number(value, decimals, self.language)

    def percent(self, share: float) -> str:
        """As `percent`, but a share that only rounds to all or nothing is not told as such."""
        if 0 < share < 0.005:
            return self.say("report.share.under", share=percent(0.01, self.language))
        if 0.995 <= share < 1:
            return self.say("report.share.over", share=percent(0.99, self.language))
        return percent(share, self.language)

    def score(self, value: float | None) -> str:
        """'72', or what stands for 'cannot be said'."""
        return self.say("report.no_score") if value is None else self.number(value)

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def listing(self, items: list[str]) -> str:
        """'a, b en c'."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say('report.and')} {items[-1]}"

    def steps(self, difference: float) -> str:
        """'1,4 stap': a difference between answers, without its sign."""
        return self.say("report.answer_steps", steps=self.number(abs(difference), 1))

    def statement(self, id: str) -> Statement | None:
        """None for a statement of an older questionnaire that the content no longer knows."""
        return self._statements.get(id)

    def statement_text(self, id: str, actor: Actor | Role = "together") -> str:
        """The wording for a role; together, the wording that speaks of nobody in particular."""
        statement = self.statement(id)
        if statement is None:
            return id
        role: Role = "other" if actor == "together" else actor
        if role == "other" and not statement.asked_of("other"):
            role = "coordinator"
        return statement.text(role, self.language)

    def layer_name(self, layer: str) -> str:
        model = self._models.get(layer)
        return self.text(model.name) if model else self.say(f"layer.{layer}")

    def layer_plain(self, layer: str) -> str:
        model = self._models.get(layer)
        return self.text(model.plain) if model else ""

    def subject(self, subject: str) -> str:
        """Name of a layer or title of a block; the id itself when the content no longer knows it."""
        if subject in LAYERS:
            return self.layer_name(subject)
        block = self._blocks.get(subject)
        return self.text(block.title) if block else subject
