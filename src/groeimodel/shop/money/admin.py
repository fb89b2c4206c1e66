# mypy: disable-error-code="type-arg"
from django.contrib import admin

from groeimodel.foundation.partners.admin import ScopedAdmin
from groeimodel.foundation.readonly import ReadOnly
from groeimodel.shop.money.models import BookYear, Call, Commitment, Post, Posting


@admin.register(BookYear)
class BookYearAdmin(ReadOnly, ScopedAdmin):
    list_display = ["year", "partnership", "closed_on"]
    list_filter = ["partnership"]
    list_select_related = ["partnership"]


@admin.register(Post)
class PostAdmin(ReadOnly, ScopedAdmin):
    list_display = ["title", "book_year", "direction", "kind", "budget"]
    list_select_related = ["book_year"]


@admin.register(Posting)
class PostingAdmin(ReadOnly, ScopedAdmin):
    list_display = ["day", "post", "amount", "partnership"]
    list_filter = ["partnership"]
    list_select_related = ["partnership", "post"]


@admin.register(Call)
class CallAdmin(ReadOnly, ScopedAdmin):
    list_display = ["title", "book_year", "total", "due_on"]
    list_select_related = ["book_year"]


@admin.register(Commitment)
class CommitmentAdmin(ScopedAdmin):
    list_display = ["municipality", "partnership", "yearly", "starts", "ends"]
    list_filter = ["partnership"]
    list_select_related = ["partnership", "municipality"]
