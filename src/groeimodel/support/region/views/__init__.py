"""The pages of the supporter's room."""
