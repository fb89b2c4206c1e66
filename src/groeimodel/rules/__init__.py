"""Pure rules: the growth model and every sum. No Django, no clock, no files."""
