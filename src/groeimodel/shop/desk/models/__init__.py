"""Requests of customers, and bookings of what can be booked (claims B10, B12, B16)."""

from groeimodel.shop.desk.models.bookings import Bookable, Booking, Slot
from groeimodel.shop.desk.models.requests import Desk, Line, Rating, Request, Served

__all__ = ["Bookable", "Booking", "Desk", "Line", "Rating", "Request", "Served", "Slot"]
