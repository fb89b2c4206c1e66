"""The garden picture: a pure function from a `Garden` value to SVG."""
