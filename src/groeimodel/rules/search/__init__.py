"""Words of a text and of a question, so that one finds the other. In words: `docs/rules/search.md`."""

from groeimodel.rules.search.asking import Asked, Term, ask
from groeimodel.rules.search.matching import Rank, nearest, rank
from groeimodel.rules.search.showing import Piece, excerpt, marked
from groeimodel.rules.search.thesaurus import Thesaurus
from groeimodel.rules.search.words import fold, stem, words_of, written

__all__ = [
    "Asked",
    "Piece",
    "Rank",
    "Term",
    "Thesaurus",
    "ask",
    "excerpt",
    "fold",
    "marked",
    "nearest",
    "rank",
    "stem",
    "words_of",
    "written",
]
