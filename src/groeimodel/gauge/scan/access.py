"""Who may with scan rounds: who steers or supports opens and closes them, who belongs sees the result."""

from groeimodel.foundation.partners.access import belongs, is_coordinator, is_example, is_supporter
from groeimodel.foundation.rights import grant

grant("scan.run_round", is_coordinator | is_supporter)
grant("scan.see_result", is_example | belongs)
