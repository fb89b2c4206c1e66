"""Health, phase, certainty and verdict: what the layers' scores come down to.

Words and formulas: docs/rules/diagnosis.md.
"""

VERDICTS: tuple[str, ...] = (
    "unknown",  # too few answers of aldermen and officers to say anything
    "fallow",  # soil under 25 and nothing in operation above it
    "soil.poor",
    "soil.growing",
    "soil.growing.at_aim",  # soil is the aim in itself, and it is getting there
    "soil.rich",  # no aim noted
    "soil.rich.at_aim",  # a full result (P9): the steps keep it rich
    "soil.rich.ready",  # rich, and the aim lies further: the first advice is about the meadow
    "meadow.poor_soil",  # a meadow in operation above poor soil: never healthy (G6)
    "meadow.poor",  # in operation, but the layer as a whole is poor
    "meadow.growing",
    "meadow.growing.at_aim",
    "meadow.rich",
    "meadow.rich.at_aim",
    "meadow.rich.ready",  # rich, and the aim is a shop
    "shop.poor_soil",
    "shop.poor_meadow",  # a shop in operation above a poor meadow
    "shop.poor",
    "shop.growing",
    "shop.growing.at_aim",
    "shop.rich",
    "shop.rich.at_aim",
)
"""Every verdict there is; each has 'verdict.<key>.title' and 'verdict.<key>.text' in the content's words."""

WARNINGS: dict[str, tuple[str, ...]] = {
    "no_seat_answers": (),  # no alderman or officer answered enough to count
    "few_municipalities": ("municipalities",),  # 1 or 2: no intervals, certainty from an assumed spread
    "layer_missing": ("layer",),  # the layer has no score
    "hallmarks_missing": ("layer",),  # the layer has a score, but no hallmark score
    "answers_yes_records_no": ("layer", "hallmark"),  # the answers say it is in operation, the records don't
    "answers_no_records_yes": ("layer", "hallmark"),  # the records say so, the answers don't
    "layer_skipped": ("phase", "layer"),  # a shop in operation without a meadow in operation
    "past_aim": ("phase", "aim"),  # the phase lies further than the aim (not better, G4)
    "seats_empty": ("empty", "seats"),  # seats of alderman and officer from which nobody was heard
    "too_few_answers": ("respondents",),  # seat respondents who answered less than half of every block
    "without_municipality": ("respondents",),  # aldermen and officers without a municipality: not counted in
    "unknown_statements": ("statements",),  # columns that this version of the questionnaire does not know
    "hidden": ("figures",),  # closed round: so many figures are not shown
}
"""Every notice there is, with the names of its values; each has 'warning.<key>' in the content's words.

``layer``, ``phase`` and ``aim`` hold 'soil', 'meadow' or 'shop'; ``hallmark`` a score 0-100; the rest are counts.
"""
