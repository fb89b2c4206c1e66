"""The texts of the growth model, and the only code that reads them."""
