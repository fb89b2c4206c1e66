"""What must hold between content files: every id known, every form complete, nothing asked without advice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from string import Formatter

from groeimodel.rules.growth.content import LAYERS, SEAT_ROLES, Content, Text

STATEMENTS = range(42, 61)
"""More than sixty cannot be answered in ten minutes."""
BLOCK_SIZES = range(3, 7)
HALLMARKS = range(2, 5)
SHORT_PER_LAYER = 4
MOST_GUESSES = 8
FACTORS = 12
CLAIM = re.compile(r"[GPWBI]\d{1,2}")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(content: Content) -> list[str]:
    """Every problem as 'file: key: what is wrong'."""
    return [
        *doubles(content),
        *check_statements(content),
        *check_wordings(content),
        *check_blocks(content),
        *check_forms(content),
        *check_claims(content),
    ]


def doubles(content: Content) -> Iterable[str]:
    groups = [
        [(one.id, f"statements/{one.layer}.toml") for one in content.statements],
        [(one.id, f"statements/{one.layer}.toml") for one in content.blocks],
        [(one.id, "principles.toml") for one in content.principles],
        [(one.id, "factors.toml") for one in content.factors],
        [(one.id, "places.toml") for one in content.places],
    ]
    for group in groups:
        for id, named in groupby(sorted(group), key=lambda one: one[0]):
            files = [file for _, file in named]
            if len(files) > 1:
                yield f"{' en '.join(sorted(set(files)))}: {id}: dit id komt {len(files)} keer voor"


def check_statements(content: Content) -> Iterable[str]:
    blocks = {block.id: block.layer for block in content.blocks}
    factors = {factor.id for factor in content.factors}
    places = {place.id for place in content.places}
    for one in content.statements:
        where = f"statements/{one.layer}.toml: {one.id}"
        if not ID.fullmatch(one.id) or not one.id.startswith(f"{one.layer}-"):
            yield f"{where}.id: moet '{one.layer}-' zijn en dan kleine letters, cijfers en streepjes"
        if blocks.get(one.block) != one.layer:
            yield f"{where}.block: '{one.block}' is geen bouwsteen van deze laag"
        for factor in one.factors:
            if factor not in factors:
                yield f"{where}.factors: '{factor}' staat niet in factors.toml"
        if one.start not in places:
            yield f"{where}.start: '{one.start}' staat niet in places.toml"
        if one.guess and not all(one.asked_of(role) for role in SEAT_ROLES):
            yield f"{where}.guess: alleen een stelling voor schepen én ambtenaar kan geraden worden"


def check_wordings(content: Content) -> Iterable[str]:
    """A column of answers may be headed by the text of its statement, so one text means one statement."""
    asked: dict[str, str] = {}
    for one in content.statements:
        for sentence in dict.fromkeys(text.nl for text in one.wording.values() if text.nl):
            if asked.setdefault(sentence, one.id) != one.id:
                yield f"statements/{one.layer}.toml: {one.id}.wording: zegt hetzelfde als {asked[sentence]}"


def check_blocks(content: Content) -> Iterable[str]:
    sizes = Counter(one.block for one in content.statements)
    for block in content.blocks:
        if sizes[block.id] not in BLOCK_SIZES:
            yield f"statements/{block.layer}.toml: {block.id}: een bouwsteen heeft 3 tot 6 stellingen, deze {sizes[block.id]}"


def check_forms(content: Content) -> Iterable[str]:
    for layer in LAYERS:
        statements = content.statements_of(layer)
        short = [one for one in statements if one.short]
        if len(short) != SHORT_PER_LAYER:
            yield f"statements/{layer}.toml: de korte scan heeft {SHORT_PER_LAYER} stellingen per laag (short), hier {len(short)}"
        hallmarks = sum(one.hallmark for one in statements)
        if hallmarks not in HALLMARKS:
            yield f"statements/{layer}.toml: een laag heeft 2 tot 4 kenmerken (hallmark), hier {hallmarks}"
        for one in statements:
            if one.hallmark and not one.short:
                yield f"statements/{layer}.toml: {one.id}: een kenmerk (hallmark) hoort bij de korte scan (short)"
    if len(content.statements) not in STATEMENTS:
        yield f"statements: er zijn 42 tot 60 stellingen, hier {len(content.statements)}"
    guesses = sum(one.guess for one in content.statements)
    if guesses > MOST_GUESSES:
        yield f"statements: hoogstens {MOST_GUESSES} stellingen worden geraden (guess), hier {guesses}"
    if len(content.factors) != FACTORS:
        yield f"factors.toml: er zijn {FACTORS} succesfactoren, hier {len(content.factors)}"
    for factor in content.factors:
        if factor.confirmed and not factor.source:
            yield f"factors.toml: {factor.id}.source: een bevestigde factor noemt zijn bron"


def check_claims(content: Content) -> Iterable[str]:
    owners = [(f"principles.toml: {one.id}", one.claims) for one in content.principles]
    for model in content.models:
        owners += [
            (f"models/{model.layer}.toml: parts.{actor}", part.claims) for actor, part in model.parts.items()
        ]
    for where, claims in owners:
        for claim in claims:
            if not CLAIM.fullmatch(claim):
                yield f"{where}.claims: '{claim}' is geen nummer uit docs/claims.toml"


def check_words(words: Mapping[str, Text], file: str) -> Iterable[str]:
    """Both languages of a word of one file are filled in with the same {placeholders}."""
    for key, text in words.items():
        try:
            dutch, english = placeholders(text.nl), placeholders(text.en)
        except ValueError as error:
            yield f"{file}: {key}: een accolade staat er alleen ({error})"
            continue
        if dutch != english:
            yield f"{file}: {key}: nl en en hebben niet dezelfde {{invulwoorden}}"
        elif not all(name.isidentifier() for name in dutch):
            yield f"{file}: {key}: elk {{invulwoord}} heeft een naam nodig"


def placeholders(sentence: str) -> set[str]:
    """The names between brackets; raises ValueError for a bracket without its pair."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def all_texts(content: Content) -> list[Text]:
    """Every text that a person may read, for tests and translators."""
    texts = list(content.words.values())
    for one in content.statements:
        texts += [*one.wording.values(), *one.advice.values()]
    for model in content.models:
        texts += [model.name, model.plain, model.summary, *model.what, model.enough, model.grow_on]
        for part in model.parts.values():
            texts += [part.title, *part.points]
    for block in content.blocks:
        texts += [block.title, block.purpose]
    texts += [text for one in content.principles for text in (one.title, one.text)]
    texts += [text for factor in content.factors for text in (factor.title, factor.text)]
    return texts + [place.label for place in content.places]
