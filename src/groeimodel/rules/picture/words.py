"""What the drawing says in words: titles of drawn things, and the description of the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groeimodel.rules.picture.garden import Flower, Garden, Nutrient, Seed, Thread, Weather

# fmt: off
NUMBERS = {
    "nl": [
        "geen", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
        "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
    ],
    "en": [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ],
}
TENS = {
    "nl": ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"],
    "en": ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
}
# fmt: on

NL = {
    "garden": "Tuin van {title}",
    "garden_unnamed": "De tuin",
    "example": "voorbeeld",
    "shop_sign": "Bloemenwinkel",
    "building": "in opbouw",
    "poppy": "klaproos",
    "cornflower": "korenbloem",
    "sunflower": "zonnebloem",
    "mallow": "kaasjeskruid",
    "daisy": "margriet",
    "bud": "nog in knop",
    "half": "half open",
    "full": "in volle bloei",
    "flower": "{title}: {species}, {bloom}, {progress} % onderweg{late}{place}",
    "late": ", over tijd",
    "on_plot": ", op het perceel van {name}",
    "on_meadow": ", op de gezamenlijke weide",
    "seed": "Zaadje, een idee: {title}{place}",
    "sprout": "Kiem, een idee in uitwerking: {title}{place}",
    "bed": "Verse grond: hier is plaats voor een eerste idee",
    "compost": "Compost, een gestopte actie met haar les: {title}",
    "heap": "Composthoop: {count}",
    "heap_one": "{count} gestopte actie, met haar les",
    "heap_many": "{count} gestopte acties, met hun lessen",
    "bouquet": "In de etalage: {title}",
    "member": "{name}: {seats}",
    "seats_both": "beide zetels zijn ingevuld",
    "seats_alderman": "de zetel van de ambtenaar is leeg",
    "seats_officer": "de zetel van de schepen is leeg",
    "seats_none": "beide zetels zijn leeg",
    "plot": "Het perceel van {name}",
    "village": "{name}, aan de horizon",
    "thread": "Uitwisseling tussen {a} en {b}: {much}",
    "thread_thin": "een dun draadje",
    "thread_firm": "een stevige draad",
    "thread_thick": "een dikke draad",
    "soil": "Potgrond: {health}",
    "soil_unknown": "nog niet gemeten",
    "soil_measured": "{score} op 100",
    "energy": "Wormen en kruimels, de energie van dit halfjaar: {score} op 100",
    "water": "Grondwater, het vertrouwen: {score} op 100",
    "weather": "Het weer, de graadmeter van de verwachtingen: {parts}",
    "weather_none": "Het weer, de graadmeter van de verwachtingen: nog niet gemeten",
    "known": "bekend {score}",
    "shared": "gedeeld {score}",
    "met": "ingelost {score}",
    "unmeasured": "{part} niet gemeten",
    "part_known": "bekend",
    "part_shared": "gedeeld",
    "part_met": "ingelost",
    "shop": "Bloemenwinkel: {state}",
    "shop_none": "nog geen winkel",
    "shop_scaffold": "in opbouw",
    "shop_open": "de deur staat open",
    "shop_full": "volop in werking",
    "and": "en",
}
EN = {
    "garden": "Garden of {title}",
    "garden_unnamed": "The garden",
    "example": "example",
    "shop_sign": "Flower shop",
    "building": "in the making",
    "poppy": "poppy",
    "cornflower": "cornflower",
    "sunflower": "sunflower",
    "mallow": "mallow",
    "daisy": "daisy",
    "bud": "still a bud",
    "half": "half open",
    "full": "in full bloom",
    "flower": "{title}: {species}, {bloom}, {progress}% under way{late}{place}",
    "late": ", overdue",
    "on_plot": ", on the plot of {name}",
    "on_meadow": ", on the shared meadow",
    "seed": "Seed, an idea: {title}{place}",
    "sprout": "Seedling, an idea being worked out: {title}{place}",
    "bed": "Fresh ground: room for a first idea",
    "compost": "Compost, a stopped action with its lesson: {title}",
    "heap": "Compost heap: {count}",
    "heap_one": "{count} stopped action, with its lesson",
    "heap_many": "{count} stopped actions, with their lessons",
    "bouquet": "In the window: {title}",
    "member": "{name}: {seats}",
    "seats_both": "both seats are filled",
    "seats_alderman": "the officer's seat is empty",
    "seats_officer": "the alderman's seat is empty",
    "seats_none": "both seats are empty",
    "plot": "The plot of {name}",
    "village": "{name}, on the horizon",
    "thread": "Exchange between {a} and {b}: {much}",
    "thread_thin": "a thin thread",
    "thread_firm": "a firm thread",
    "thread_thick": "a thick thread",
    "soil": "Soil: {health}",
    "soil_unknown": "not measured yet",
    "soil_measured": "{score} out of 100",
    "energy": "Worms and crumbs, the energy of this half-year: {score} out of 100",
    "water": "Groundwater, the trust: {score} out of 100",
    "weather": "The weather, the gauge of expectations: {parts}",
    "weather_none": "The weather, the gauge of expectations: not measured yet",
    "known": "known {score}",
    "shared": "shared {score}",
    "met": "met {score}",
    "unmeasured": "{part} not measured",
    "part_known": "known",
    "part_shared": "shared",
    "part_met": "met",
    "shop": "Flower shop: {state}",
    "shop_none": "no shop yet",
    "shop_scaffold": "in the making",
    "shop_open": "the door is open",
    "shop_full": "in full operation",
    "and": "and",
}
# what: (one, many)
COUNTED = {
    "nl": {
        "member": ("gemeente", "gemeenten"),
        "empty": ("lege zetel", "lege zetels"),
        "flower": ("bloem (actie)", "bloemen (acties)"),
        "late": ("over tijd", "over tijd"),
        "seed": ("zaadje (idee)", "zaadjes (ideeën)"),
        "sprout": ("kiem (idee in uitwerking)", "kiemen (ideeën in uitwerking)"),
        "bouquet": ("boeket", "boeketten"),
    },
    "en": {
        "member": ("municipality", "municipalities"),
        "empty": ("empty seat", "empty seats"),
        "flower": ("flower (action)", "flowers (actions)"),
        "late": ("overdue", "overdue"),
        "seed": ("seed (idea)", "seeds (ideas)"),
        "sprout": ("seedling (idea being worked out)", "seedlings (ideas being worked out)"),
        "bouquet": ("bouquet", "bouquets"),
    },
}
SENTENCES = {
    "nl": (
        "Doorsnede van een tuin.",
        "In de potgrond: {members}{empty}.",
        "Op de weide: {flowers}{late}, {seeds} en {sprouts}.",
        "In de etalage: {bouquets}.",
        "Verzonnen voorbeeld.",
    ),
    "en": (
        "Cross-section of a garden.",
        "In the soil: {members}{empty}.",
        "On the meadow: {flowers}{late}, {seeds} and {sprouts}.",
        "In the window: {bouquets}.",
        "Invented example.",
    ),
}


def in_words(count: int, language: str) -> str:
    """A whole number in words, up to ninety-nine; digits from there."""
    if count <= 20:
        return NUMBERS[language][count]
    if count > 99:
        return str(count)
    tens, ones = divmod(count, 10)
    ten = TENS[language][tens - 2]
    if not ones:
        return ten
    one = NUMBERS[language][ones]
    if language == "en":
        return f"{ten}-{one}"
    return f"{one}{'ën' if one.endswith('e') else 'en'}{ten}"


@dataclass(frozen=True, slots=True)
class Words:
    language: str
    said: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.said[key]

    def count(self, number: int, what: str) -> str:
        one, many = COUNTED[self.language][what]
        return f"{in_words(number, self.language)} {one if number == 1 else many}"

    def place(self, plot: str | None, members: Mapping[str, Nutrient]) -> str:
        if plot is None or plot not in members:
            return self["on_meadow"]
        return self["on_plot"].format(name=members[plot].name)

    def flower(self, flower: Flower, stage: str, members: Mapping[str, Nutrient]) -> str:
        return self["flower"].format(
            title=flower.title,
            species=self[flower.species],
            bloom=self[stage],
            progress=round(100 * min(1.0, max(0.0, flower.progress))),
            late=self["late"] if flower.overdue else "",
            place=self.place(flower.plot, members),
        )

    def seed(self, seed: Seed, members: Mapping[str, Nutrient]) -> str:
        place = self.place(seed.plot, members)
        return self["sprout" if seed.sprouting else "seed"].format(title=seed.title, place=place)

    def member(self, member: Nutrient) -> str:
        filled = {
            (True, True): "both",
            (True, False): "alderman",
            (False, True): "officer",
            (False, False): "none",
        }
        seats = self["seats_" + filled[member.alderman_seat, member.officer_seat]]
        return self["member"].format(name=member.name, seats=seats)

    def thread(self, thread: Thread, members: Mapping[str, Nutrient]) -> str:
        much = "thin" if thread.weight < 1 / 3 else "firm" if thread.weight < 2 / 3 else "thick"
        return self["thread"].format(
            a=members[thread.a].name, b=members[thread.b].name, much=self["thread_" + much]
        )

    def heap(self, count: int) -> str:
        said = self["heap_one" if count == 1 else "heap_many"].format(count=in_words(count, self.language))
        return self["heap"].format(count=said)

    def weather(self, weather: Weather) -> str:
        measured = {"known": weather.known, "shared": weather.shared, "met": weather.met}
        if all(score is None for score in measured.values()):
            return self["weather_none"]
        parts = [
            self["unmeasured"].format(part=self[f"part_{name}"])
            if score is None
            else self[name].format(score=round(score))
            for name, score in measured.items()
        ]
        return self["weather"].format(parts=", ".join(parts))

    def soil(self, health: float | None) -> str:
        said = self["soil_unknown"] if health is None else self["soil_measured"].format(score=round(health))
        return self["soil"].format(health=said)

    def shop(self, state: str) -> str:
        return self["shop"].format(state=self[f"shop_{state}"])

    def title(self, garden: Garden) -> str:
        return self["garden"].format(title=garden.title) if garden.title.strip() else self["garden_unnamed"]

    def description(self, garden: Garden) -> str:
        """The whole picture in a few sentences, counted from the data."""
        first, soil, meadow, window, example = SENTENCES[self.language]
        empty = sum((not one.alderman_seat) + (not one.officer_seat) for one in garden.members)
        late = sum(one.overdue for one in garden.flowers)
        sprouts = sum(one.sprouting for one in garden.seeds)
        parts = [
            first,
            self.weather(garden.weather) + ".",
            soil.format(
                members=self.count(len(garden.members), "member"),
                empty=_after(self.count(empty, "empty")) if empty else "",
            ),
            self.soil(garden.soil_health) + ".",
            self["energy"].format(score=round(garden.energy)) + "." if garden.energy is not None else "",
            self["water"].format(score=round(garden.trust)) + "." if garden.trust is not None else "",
            meadow.format(
                flowers=self.count(len(garden.flowers), "flower"),
                late=f" ({self.count(late, 'late')})" if late else "",
                seeds=self.count(len(garden.seeds) - sprouts, "seed"),
                sprouts=self.count(sprouts, "sprout"),
            ),
            self.heap(len(garden.compost)) + "." if garden.compost else "",
            self.shop(garden.shop) + ".",
            window.format(bouquets=self.count(len(garden.bouquets), "bouquet")) if garden.bouquets else "",
            example if garden.example else "",
        ]
        return joined([part for part in parts if part])


def _after(said: str) -> str:
    return f", {said}"


def joined(sentences: Sequence[str]) -> str:
    return " ".join(sentences)


_WORDS = {"nl": Words("nl", NL), "en": Words("en", EN)}


def words(language: str) -> Words:
    """Raises ValueError for a language that is not there."""
    try:
        return _WORDS[language]
    except KeyError:
        raise ValueError(f"language must be nl or en, not {language!r}") from None
