"""Pages of the scan: starting and filling in, rounds of a partnership, results."""
