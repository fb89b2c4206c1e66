"""The cache of one process, which counts how often it had what was asked."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache.backends.locmem import LocMemCache

_NOTHING = object()


class Counted(LocMemCache):
    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        found = super().get(key, _NOTHING, version)
        if settings.METRICS_TOKEN:
            from groeimodel.foundation.watch import metrics

            metrics.KEPT.labels("miss" if found is _NOTHING else "hit").inc()
        return default if found is _NOTHING else found
