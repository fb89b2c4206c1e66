"""What the rows of the bank are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.bank.models import Account, Line

about(Account, lambda one: About(one.partnership))
about(Line, lambda one: About(one.account.partnership))
