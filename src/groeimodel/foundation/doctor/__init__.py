"""Looks at an installation and says what to mend: `groeimodel doctor`. It writes nothing but a probe in storage.

A check is a small function that says what it found. One that breaks becomes a finding itself. What is said holds no
secret and nothing about people: names of settings, numbers, paths of files (which are random), never a value.
"""
