"""What the rows of the desk are about; who may what with it stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.desk.models import Bookable, Booking, Request

about(Request, lambda one: About(one.partnership))
about(Bookable, lambda one: About(one.partnership))
about(Booking, lambda one: About(one.bookable.partnership))
