"""What the rows of the counter are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.counter.models import Agreement, Bouquet, Offer, Speciality, Supplier, Support

about(Offer, lambda one: About(one.partnership, people=frozenset({one.responsible_id} - {None})))
about(Bouquet, lambda one: About(one.partnership))
about(Speciality, lambda one: About(one.partnership))
about(Supplier, lambda one: About(one.partnership))
about(Agreement, lambda one: About(one.supplier.partnership))
about(Support, lambda one: About(one.partnership, municipality=one.municipality.today))
