"""Who may do what: the one table of the whole product.

A column is a role, a row is a right, a cell says how far it reaches:

    -          not
    x          in the own partnership: all of it
    own        only what concerns the own municipality
    self       only what is about this person, or in this person's care
    public     only where the partnership shows its garden to everyone
    example    only where everything is invented

The editor keeps the texts of the model for the umbrella organisation. The administrator's column is about the installation.
Whoever also has a part in a partnership has that role too.
"""

TABLE = """
right                      | visitor | person | alderman | officer | ambassador | guest | coordinator | supporter | editor | administrator | says
people.see_self            | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Eigen gegevens zien en verbeteren
privacy.correct            | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | De eigen naam en het eigen adres verbeteren
privacy.erase              | -       | self   | -        | -       | -          | -     | -           | -         | -      | x             | Iemands gegevens laten wissen
partners.see_partnership   | public  | -      | x        | x       | x          | x     | x           | x         | -      | x             | De tuin van een samenwerking zien
partners.see_inside        | -       | -      | x        | x       | x          | x     | x           | x         | -      | x             | Zien wie er meedoet, wat er afgesproken is en wat er gebeurde
partners.declare_aim       | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | Het streefbeeld kiezen
partners.steer             | -       | -      | -        | -       | -          | -     | x           | -         | -      | x             | Gegevens, partners, zetels en taken van de samenwerking beheren
partners.appoint           | -       | -      | -        | -       | -          | -     | x           | x         | -      | x             | Een coördinator of regio-ondersteuner aanstellen
partners.invite            | -       | -      | own      | own     | -          | -     | x           | x         | -      | x             | Iemand per mail uitnodigen voor een zetel of taak
partners.invite_other      | -       | -      | -        | -       | -          | -     | x           | x         | -      | x             | De pagina openen waarop een coördinator, regio-ondersteuner of gast uitgenodigd wordt
partners.leave_note        | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Noteren wat er openstaat voor wie later op een zetel komt
partners.found             | -       | -      | -        | -       | -          | -     | -           | -         | -      | x             | Een samenwerking oprichten
partners.merge             | -       | -      | -        | -       | -          | -     | -           | -         | -      | x             | Gemeenten laten samensmelten, en de lijst van gemeenten bijwerken
mandates.propose           | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina openen waarop een mandaat gegeven of gevraagd wordt
mandates.log               | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina openen waarop uren genoteerd worden
mandates.begin             | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Een mandaat geven of vragen voor een gemeente
mandates.grant             | -       | -      | own      | -       | -          | -     | -           | -         | -      | -             | Als schepen een mandaat geven, vernieuwen of intrekken
mandates.ask               | -       | -      | -        | own     | -          | -     | x           | -         | -      | -             | Aan een schepen een mandaat vragen
mandates.use               | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Uren of beslissingen noteren op een eigen mandaat
contact.ask                | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Een vraag stellen aan de regio-ondersteuner
contact.see                | -       | self   | -        | -       | -          | -     | x           | x         | -      | -             | Een vraag aan de regio-ondersteuner lezen
contact.answer             | -       | -      | -        | -       | -          | -     | x           | x         | -      | -             | Een vraag aan de regio-ondersteuner beantwoorden
files.see                  | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | De documenten van een samenwerking zien
files.add                  | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Een document klaarzetten, waar je ook mag schrijven
files.remove               | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een document weghalen
jobs.try_again             | -       | -      | -        | -       | -          | -     | -           | -         | -      | x             | Een taak of mail die mislukte, opnieuw laten proberen
themes.propose             | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Een thema voorstellen, of een link bij een thema zetten
themes.back                | -       | -      | x        | x       | -          | -     | -           | -         | -      | -             | Een thema steunen voor de eigen gemeente
themes.tend                | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een eigen thema of link verbeteren of laten rusten
meetings.plan              | -       | -      | x        | x       | -          | -     | x           | x         | -      | -             | Een ontmoeting plannen, verzetten of afzeggen, en de agenda maken
meetings.answer            | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | Zeggen wanneer je kan en of je komt
meetings.mark              | -       | -      | x        | x       | -          | -     | x           | x         | -      | -             | Aanduiden wie er was
meetings.steer             | -       | -      | own      | -       | -          | -     | -           | -         | -      | -             | Als schepen bij een thema zeggen wat je gemeente ervan vindt
meetings.interest          | -       | -      | x        | -       | -          | -     | -           | -         | -      | -             | Zeggen dat je de andere schepenen wilt ontmoeten
meetings.see_feed          | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Het adres zien waarmee je agenda de ontmoetingen volgt
notes.write                | -       | -      | x        | x       | -          | -     | x           | x         | -      | -             | Mee het verslag schrijven, en besluiten, taken, zaadjes en oogst noteren
reports.open               | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | Opschrijven wat je meeneemt, en het verslag voor een schepen openen
reports.write              | -       | -      | -        | own     | -          | -     | -           | -         | -      | -             | Het verslag voor de eigen schepen schrijven en versturen
harvest.record             | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | Oogst noteren
harvest.tend               | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Een oogst veranderen of weghalen
energy.see                 | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Zien hoeveel energie elke gemeente erin steekt
energy.see_dry             | -       | -      | own      | own     | -          | -     | x           | x         | -      | -             | Zien dat het bij een gemeente stilvalt
lessons.write              | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Een les opschrijven
lessons.tend               | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een les veranderen of weghalen
lessons.share              | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Een les delen in de bibliotheek, of ze eruit halen
lessons.see_library        | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | De bibliotheek lezen
lessons.thank              | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Voor een les van anderen bedanken
needs.write                | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina openen waarop een nood van kinderen en jongeren genoteerd wordt
needs.tend                 | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Een nood van een gemeente noteren, veranderen, afsluiten of weghalen
expertise.share            | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | Noteren wat je meebrengt of zoekt
expertise.tend             | -       | self   | own      | own     | -          | -     | x           | -         | -      | -             | Noteren, veranderen of weghalen wat een gemeente of jijzelf meebrengt of zoekt
questions.ask              | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | Een vraag stellen aan de groep
questions.answer           | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | Antwoorden op een vraag van de eigen groep
questions.tend             | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een eigen vraag veranderen, afsluiten, weghalen of aan de hele groep stellen
questions.thank            | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Bedanken voor een antwoord op een eigen vraag
questions.help             | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Vragen zien en beantwoorden die andere samenwerkingen openzetten
actions.take_down          | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | Een zaadje noteren
actions.work_out           | -       | self   | x        | x       | -          | -     | x           | -         | -      | -             | Een zaadje van de gezamenlijke weide uitwerken
actions.take_back          | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een eigen zaadje weer weghalen, zolang er niets mee gebeurde
actions.share              | -       | self   | own      | own     | -          | -     | x           | -         | -      | -             | Noteren wat een gemeente bij een gezamenlijke actie inbrengt
actions.say                | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina van een actie invullen
actions.expect             | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Zeggen wat een gemeente van een gezamenlijke actie verwacht, en terugkijken
actions.tend               | -       | self   | own      | own     | -          | -     | x           | -         | -      | -             | Een actie uitwerken, starten, bijhouden of stoppen
checks.say                 | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De lokale toetsen en meningen over voorstellen invullen of vragen
checks.ask                 | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Aan elke gemeente de lokale toets van een voorstel vragen
checks.ask_alderman        | -       | -      | -        | own     | -          | -     | x           | -         | -      | -             | Aan een schepen vragen wat die van voorstellen vindt
checks.check               | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | De lokale toets van een voorstel doen voor een gemeente
checks.prefer              | -       | -      | own      | -       | -          | -     | -           | -         | -      | -             | Als schepen zeggen hoe graag je een voorstel ziet, en bij welk beleidsdoel het past
college.see                | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De plannen zien waarmee de partners hun college meenemen
college.plan               | -       | -      | x        | x       | x          | -     | x           | -         | -      | -             | De pagina openen waarop een moment met het college gepland wordt
college.tend               | -       | -      | own      | own     | own        | -     | x           | -         | -      | -             | Plannen hoe een gemeente haar college meeneemt, en noteren wat ervan kwam
choosing.see               | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | De kiesrondes zien: wat er te kiezen is, wie stemde, en wat er gekozen is
choosing.run               | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Een kiesronde voorbereiden, openen, verlengen, intrekken en sluiten
choosing.lay_out           | -       | -      | own      | -       | -          | -     | -           | -         | -      | -             | Als schepen zeggen hoe het budget verdeeld wordt over soorten acties
choosing.vote              | -       | self   | own      | -       | -          | -     | -           | -         | -      | -             | De stem van een gemeente geven: als haar schepen, of met haar mandaat om te beslissen
choosing.note              | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | De stem noteren die een gemeente per telefoon geeft
tending.open               | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina's openen waarop een lopende actie bijgehouden wordt
tending.tell               | -       | self   | own      | own     | -          | -     | x           | -         | -      | -             | Uren en resultaten van een gemeente bij een actie noteren
tending.do                 | -       | self   | own      | own     | -          | -     | x           | -         | -      | -             | Een taak van een actie afvinken
tending.answer_plot        | -       | -      | own      | -       | -          | -     | -           | -         | -      | -             | Op het eigen perceel zeggen tot welk bedrag de tuinier alleen beslist, en antwoorden op een uitgave erboven
tending.answer_shared      | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Hetzelfde op de gezamenlijke weide
evaluation.write           | -       | self   | own      | own     | -          | -     | x           | -         | -      | -             | De evaluatie van een actie schrijven en sluiten
evaluation.look_back       | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Bij de evaluatie van een gezamenlijke actie terugkijken voor een gemeente
decisions.see              | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | Het register van gezamenlijke besluiten lezen
decisions.take             | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Een gezamenlijk besluit vastleggen
duo.begin                  | -       | -      | x        | x       | -          | -     | -           | -         | -      | -             | De eigen duogesprekken zien
duo.start                  | -       | -      | own      | own     | -          | -     | -           | -         | -      | -             | Een duogesprek van schepen en ambtenaar beginnen
expectations.see           | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De graadmeter van de verwachtingen zien
expectations.answer        | -       | -      | x        | x       | -          | -     | -           | -         | -      | -             | Zeggen wat je verwacht, voor je eigen zetel
expectations.run           | -       | -      | -        | -       | -          | -     | x           | x         | -      | -             | Een verwachtingsronde openen en sluiten, en kiezen wat ze vraagt
expectations.agree         | -       | -      | x        | x       | -          | -     | x           | x         | -      | -             | Noteren wat jullie over verwachtingen afspreken
expectations.tend          | -       | self   | -        | -       | -          | -     | x           | x         | -      | -             | Een afspraak over verwachtingen veranderen of afvinken
kit.open                   | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De pagina openen waarop een ambassadeurskit staat
kit.see                    | -       | -      | own      | own     | own        | -     | x           | x         | -      | -             | De ambassadeurskit van een gemeente zien
live.run                   | -       | -      | -        | -       | -          | -     | x           | x         | -      | -             | Een livesessie openen, leiden en bewaren
photo.share                | -       | -      | x        | x       | x          | -     | x           | -         | -      | -             | Een foto van de weide delen met wie geen account heeft
photo.withdraw             | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een gedeelde foto van de weide intrekken, of opnieuw tonen
documents.make             | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Documenten voor college, raad, inwoners en subsidie maken
documents.take             | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Een document volgen, stoppen of meenemen dat je zelf liet maken
sharing.see                | -       | -      | x        | x       | x          | x     | x           | x         | -      | -             | Zien wat de samenwerking aan anderen toont
sharing.choose             | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Kiezen wat de samenwerking aan anderen toont
trends.compare             | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De eigen cijfers naast die van andere samenwerkingen zien, in brede groepen zonder namen
neighbours.see             | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Rondkijken in de tuinen van andere samenwerkingen die dat toelaten
presentation.see           | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De presentatie van de eigen samenwerking tonen
pulse.see                  | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De polsslag zien: vertrouwen en betrokkenheid
pulse.answer               | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | Na een ontmoeting de drie vragen beantwoorden
scan.run_round             | -       | -      | -        | -       | -          | -     | x           | x         | -      | -             | Een ronde van de groeiscan openen en afsluiten
scan.see_result            | example | -      | x        | x       | x          | -     | x           | x         | -      | -             | De uitslag van een ronde zien
organs.build               | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Organen noteren
sittings.run               | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Zittingen van organen plannen, openen, tellen en sluiten, en het verslag maken
sittings.answer            | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Voor een zetel zeggen of die komt, of wie ervoor stemt
sittings.vote              | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Op een zitting stemmen voor een zetel, of voor wie volmacht gaf
publishing.publish         | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Besluiten van organen op het web zetten, of er weer af halen
steering.tend              | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Noteren wie wat stuurt en opvolgt, en welke kennis de winkel vraagt
steering.say               | -       | -      | x        | x       | x          | -     | x           | -         | -      | -             | De pagina openen waarop je zegt welke kennis je op je neemt
steering.cover             | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Noteren of weghalen welke kennis jij op je neemt
steering.see_load          | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Zien wat mandaten en zittingen van mensen vragen, naast het tijdsmandaat
plan.write                 | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Een meerjarenplan beginnen, op de agenda zetten en de goedkeuring noteren
plan.work                  | -       | -      | -        | x       | -          | -     | x           | -         | -      | -             | Meeschrijven aan het meerjarenplan: doelstellingen, acties, ramingen en cycli
plan.open_local            | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina openen waarop het plan van een gemeente ingelezen en verbonden wordt
plan.local                 | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | Het plan van een gemeente inlezen en met het gezamenlijke plan verbinden
money.see                  | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Begroting, boekingen en bijdragen zien
money.keep                 | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | De begroting maken, boeken, bijdragen vragen en een jaar afsluiten
subsidy.see                | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Het subsidiedossier zien: voorwaarden, medefinanciering, documenten
subsidy.write              | -       | -      | -        | x       | -          | -     | x           | -         | -      | -             | Teksten van een subsidiedossier schrijven en voorstellen overnemen
subsidy.keep               | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Een subsidiedossier beginnen, bedragen, voorwaarden en de stand van documenten bijhouden
counter.write              | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina's openen waarop het aanbod bijgehouden wordt
counter.tend               | -       | self   | -        | -       | -          | -     | x           | -         | -      | -             | Een aanbod bijhouden waar je voor zorgt; als coördinator alle aanbod, boeketten en specialiteiten
counter.count              | -       | -      | -        | x       | -          | -     | x           | -         | -      | -             | Noteren hoeveel mensen uit welke gemeente een aanbod gebruikten
counter.see_suppliers      | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De leveranciers zien, met wat er afgesproken is
counter.supply             | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Leveranciers en afspraken met hen noteren
counter.see_support        | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | Zien hoe sterk elk college achter de winkel staat, zoals gezegd
counter.say_support        | -       | -      | own      | -       | -          | -     | -           | -         | -      | -             | Als schepen zeggen hoe sterk je college achter de winkel staat
counter.ask_support        | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Aan de schepenen vragen hoe sterk hun college achter de winkel staat
bank.see                   | -       | -      | -        | x       | -          | -     | x           | -         | -      | -             | De rekeningen van de bank en hun uittreksels zien
bank.open_letter           | -       | -      | x        | x       | -          | -     | x           | -         | -      | -             | De pagina openen waarop de brief voor een bijdrage staat
bank.read_letter           | -       | -      | own      | own     | -          | -     | x           | -         | -      | -             | De brief voor de bijdrage van een gemeente lezen
bank.tend                  | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | Uittreksels van de bank inlezen en koppelen, en de brieven voor bijdragen versturen
desk.see                   | -       | -      | x        | x       | x          | -     | x           | x         | -      | -             | De lijst van aanvragen en de boekingen zien, zonder namen en adressen
desk.handle                | -       | -      | -        | x       | -          | -     | x           | -         | -      | -             | Aanvragen lezen en opvolgen, en boeken
desk.set_up                | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | De balie openen of sluiten, en kiezen wat je kunt boeken
region.open                | -       | self   | -        | -       | -          | -     | -           | -         | -      | -             | De samenwerkingen zien die je als regio-ondersteuner begeleidt
region.see                 | -       | -      | -        | -       | -          | -     | -           | x         | -      | -             | Een samenwerking voorbereiden als regio-ondersteuner, en vragen om mee te kijken
region.note                | -       | -      | -        | -       | -          | -     | -           | x         | -      | -             | De eigen notities van de regio-ondersteuners lezen en schrijven
region.session             | -       | -      | -        | -       | -          | -     | -           | x         | -      | -             | Een sessie voorbereiden en leiden
news.write                 | -       | -      | -        | x       | -          | -     | x           | -         | -      | -             | De nieuwsbrief schrijven: wat erin komt, in welke woorden en in welke volgorde
news.send                  | -       | -      | -        | -       | -          | -     | x           | -         | -      | -             | De nieuwsbrief versturen, plannen, of weer van het web halen
texts.edit                 | -       | -      | -        | -       | -          | -     | -           | -         | x      | -             | Teksten, stellingen en adviezen van het model veranderen en uitgeven
"""
