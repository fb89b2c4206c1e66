"""Example data as readable Python: three invented partnerships, and five real ones as bare names.

`seed()` is what `groeimodel demo` calls. It writes through the services of the rooms, so that the
examples obey the same rules as everything else.
"""

from groeimodel.demo.planting import PERSONS, ExamplePerson, is_seeded, persons_in_words, seed

__all__ = ["PERSONS", "ExamplePerson", "is_seeded", "persons_in_words", "seed"]
