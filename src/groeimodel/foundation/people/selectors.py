"""Reads about people."""

from django.db.models import QuerySet

from groeimodel.foundation.people.models import Person


def example_people() -> QuerySet[Person]:
    return Person.objects.filter(example=True, is_active=True).order_by("pk")
