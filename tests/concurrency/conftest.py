"""Real concurrency needs a database where two transactions run side by side: PostgreSQL. On SQLite one waits for the other."""

from django.conf import settings

collect_ignore_glob = [] if "postgresql" in settings.DATABASES["default"]["ENGINE"] else ["test_*.py"]
