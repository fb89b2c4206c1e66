"""The colours that a partnership can choose, for paper."""

COLOURS = {
    "poppy": "#e2543a",
    "cornflower": "#3f69b0",
    "sunflower": "#f0b32e",
    "mallow": "#bf4f86",
    "daisy": "#dccfb2",
}
"""As `ui/static/ui/tokens.css` has them by day; white is the colour of a line on paper."""
LEAF = "#2f6b45"
"""For whoever chose none."""
