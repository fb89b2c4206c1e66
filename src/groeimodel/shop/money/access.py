"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.money.models import (
    BookYear,
    Call,
    Change,
    Commitment,
    Contribution,
    Function,
    Month,
    Post,
    Posting,
)

about(BookYear, lambda one: About(one.partnership))
about(Post, lambda one: About(one.book_year.partnership))
about(Call, lambda one: About(one.book_year.partnership))
about(Contribution, lambda one: About(one.call.book_year.partnership))
about(Posting, lambda one: About(one.partnership))
about(Change, lambda one: About(one.partnership))
about(Function, lambda one: About(one.partnership))
about(Month, lambda one: About(one.partnership))
about(Commitment, lambda one: About(one.partnership))
