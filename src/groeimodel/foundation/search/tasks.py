"""What the search does by itself: catch up with what changed without a word in the journal."""

from groeimodel.foundation.jobs import daily
from groeimodel.foundation.search.services import tidy


@daily("search.tidy", hour=4)
def catch_up() -> None:
    tidy()
