"""The restore drill: a backup while people work, a restore elsewhere, and everything compared."""
