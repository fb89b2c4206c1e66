"""What a garden picture is drawn from. Everything that is drawn means something."""

from dataclasses import dataclass
from typing import Literal

Species = Literal["poppy", "cornflower", "sunflower", "mallow", "daisy"]
ShopState = Literal["none", "scaffold", "open", "full"]


@dataclass(frozen=True, slots=True)
class Nutrient:
    """A member of the partnership, a nutrient in the soil with its own colour."""

    id: str
    name: str
    colour: int
    """Index in the palette of municipality colours; wraps around."""
    alderman_seat: bool
    officer_seat: bool
    """Whether the seats are filled; pale and dotted while one is empty."""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """Exchange between two members (ids), weight 0 to 1."""

    a: str
    b: str
    weight: float


@dataclass(frozen=True, slots=True)
class Flower:
    """An action."""

    id: str
    title: str
    species: Species
    plot: str | None
    """Id of the member whose plot it stands on; None on the shared meadow."""
    progress: float
    """0 to 1: height."""
    bloom: float
    """0 to 1: result; 0 is a bud."""
    overdue: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """An idea; `sprouting` while it is being worked out."""

    id: str
    title: str
    sprouting: bool
    plot: str | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Compost:
    """A stopped action with its lesson."""

    id: str
    title: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Bouquet:
    """What the shop features in its window."""

    id: str
    title: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Weather:
    """The expectations gauge, each 0 to 100 or None when not measured yet."""

    known: float | None = None
    shared: float | None = None
    met: float | None = None


@dataclass(frozen=True, slots=True)
class Garden:
    title: str
    members: tuple[Nutrient, ...]
    threads: tuple[Thread, ...] = ()
    soil_health: float | None = None
    """0 to 100; the soil's colour and depth."""
    energy: float | None = None
    """0 to 100: how many crumbs and worms; energy put in this half-year."""
    trust: float | None = None
    """0 to 100; groundwater level."""
    seeds: tuple[Seed, ...] = ()
    flowers: tuple[Flower, ...] = ()
    compost: tuple[Compost, ...] = ()
    shop: ShopState = "none"
    bouquets: tuple[Bouquet, ...] = ()
    weather: Weather = Weather()
    example: bool = False
    """Invented data: says 'voorbeeld' in the picture."""
    link_soil: str = ""
    link_shop: str = ""
    link_weather: str = ""
    link_compost: str = ""
