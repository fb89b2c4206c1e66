"""The growth model: its content, and the way from answers to a diagnosis."""
