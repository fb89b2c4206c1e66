"""The pages of the content desk; all of them are for editors only."""
