"""Whom an erasure is about."""

from groeimodel.foundation.privacy.models import Erasure
from groeimodel.foundation.rights import About, about

about(Erasure, lambda one: About(people=frozenset({one.person_id})))
