"""Groeimodel: the growth model of intermunicipal youth partnerships, at work."""
