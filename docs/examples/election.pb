META
key;value
description;Voorbeeld: drie partners kiezen samen
country;Belgium
unit;Voorbeeld
instance;2026
num_projects;4
num_votes;3
budget;60000
vote_type;approval
rule;equalshares
date_begin;01.03.2026
date_end;15.03.2026
currency;EUR
language;nl
PROJECTS
project_id;cost;name
jeugdhuis;30000;Rondreizend jeugdhuis
fietsroute;15000;Veilige fietsroute naar de fuif
podium;20000;Jong podium
app;40000;Een app
VOTES
voter_id;vote;__weight
Merelgem;jeugdhuis;2
Linde;jeugdhuis;1
Klaver;fietsroute,podium,app;1
