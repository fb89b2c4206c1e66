"""Every write about questions to the network. `actor` None is the system itself: the daily job."""

from groeimodel.soil.questions.services.answering import Answering, answer, harvested, thank, with_source
from groeimodel.soil.questions.services.asking import Call, ask, change, close, remove, reopen, spread
from groeimodel.soil.questions.services.waiting import bring_back, pass_on

__all__ = [
    "Answering",
    "Call",
    "answer",
    "ask",
    "bring_back",
    "change",
    "close",
    "harvested",
    "pass_on",
    "remove",
    "reopen",
    "spread",
    "thank",
    "with_source",
]
