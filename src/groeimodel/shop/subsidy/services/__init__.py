"""Every write of a subsidy file. `actor` None is the system itself: the example data."""

from groeimodel.shop.subsidy.services.files import begin, clear_value, fill_in, grant, move, remove
from groeimodel.shop.subsidy.services.texts import put_back, take_over, write

__all__ = ["begin", "clear_value", "fill_in", "grant", "move", "put_back", "remove", "take_over", "write"]
