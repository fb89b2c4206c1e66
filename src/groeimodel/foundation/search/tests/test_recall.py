"""How much of what answers a question is among the first ten, by kind of question; the same on both databases."""

from collections import defaultdict
from statistics import mean

import pytest

from groeimodel.foundation.search import services
from groeimodel.foundation.search.kinds import Entry
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.search.tests.corpus import QUESTIONS, documents, recall_at
from groeimodel.foundation.testing.cast import Cast

AT_LEAST = {
    "gewoon woord": 0.93,
    "ander getal of vorm": 0.93,
    "deel van een samenstelling": 0.98,
    "typfout": 0.98,
    "ander woord": 0.95,
}


@pytest.mark.django_db
def test_recall_among_the_first_ten(cast: Cast) -> None:
    rows = documents()
    assert len(rows) == 300
    assert len(QUESTIONS) == 80
    entries = [(one.key, Entry(cast.partnership, one.title, f"/{one.key}/", one.text)) for one in rows]
    services.index("themes.theme", entries)
    recalls: dict[str, list[float]] = defaultdict(list)
    for question in QUESTIONS:
        hits = search(question.query, partnerships=[cast.partnership.pk], most=10).hits
        titles = [hit.entry.title for hit in hits]
        recalls[question.kind].append(recall_at(titles, question))
    means = {kind: mean(values) for kind, values in recalls.items()}
    assert all(means[kind] >= least for kind, least in AT_LEAST.items()), means
