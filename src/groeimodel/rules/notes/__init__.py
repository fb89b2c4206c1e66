"""Several people write in one text at the same time, and nobody's words are lost. See docs/rules/notes.md.

The idea is that of diff3 (Khanna, Kunal, Pierce: "A Formal Investigation of Diff3", 2007), on characters and without
conflicts: what either writer added is added, what either writer took away is gone.
"""

from groeimodel.rules.notes.merging import Splice, merge, splices

__all__ = ["Splice", "merge", "splices"]
