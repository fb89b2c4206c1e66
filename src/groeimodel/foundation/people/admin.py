# mypy: disable-error-code="type-arg"
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from groeimodel.foundation.people.models import Person


@admin.register(Person)
class PersonAdmin(UserAdmin):
    """People who sign in, by their e-mail address."""

    ordering = ["name"]
    list_display = ["name", "email", "is_active", "is_staff", "example"]
    list_filter = ["is_active", "is_staff", "example"]
    search_fields = ["name", "email"]
    readonly_fields = ["last_login", "created_at"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            "Toegang",
            {
                "fields": [
                    "is_active",
                    "is_staff",
                    "is_superuser",
                    "edits_content",
                    "groups",
                    "user_permissions",
                ]
            },
        ),
        ("Gegevens", {"fields": ["example", "last_login", "created_at"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "name", "password1", "password2"]})]
