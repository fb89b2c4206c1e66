"""An empty presentation in the house style: 16:9, five layouts with real places for titles, text and picture.

Everything that is the same on each slide stands in the master: paper, and at the foot a strip of ground with grass.
"""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Emu, Pt

HEAD, TEXT = "Georgia", "Calibri"
"""On every Windows and Mac; Gelasio and Carlito take their place in LibreOffice."""
INK, SOFT, PAPER, SURFACE, LINE = "2B2A26", "5B564B", "FBF5E6", "FFFDF6", "DCCFB2"
DEEP, LEAF, GRASS, GROUND, CREAM, SKY = "24543A", "2F6B45", "5C9A54", "45291F", "FFFDF4", "E3EDD6"
_SCHEME = {
    "dk1": INK,
    "lt1": PAPER,
    "dk2": DEEP,
    "lt2": SKY,
    "accent1": LEAF,
    "accent2": "E2543A",
    "accent3": "3F69B0",
    "accent4": "F0B32E",
    "accent5": "BF4F86",
    "accent6": "3F7F98",
    "hlink": DEEP,
    "folHlink": SOFT,
}

WIDE, HIGH = 960.0, 540.0
"""Of a slide, in points."""
SIDE = 54.0
FULL = WIDE - 2 * SIDE
TOP, BOTTOM = 118.0, 442.0
"""Between these stands what the slide says."""
TITLE = (SIDE, 28.0, FULL, 82.0)
BODY = (SIDE, TOP, FULL, BOTTOM - TOP)
SOURCE = (SIDE, 446.0, FULL, 45.0)
"""Three lines."""
GROUND_TOP = 504.0
HALF, GAP = 372.0, 26.0
PICTURE = (SIDE + HALF + GAP, TOP + 8, FULL - HALF - GAP, (FULL - HALF - GAP) * 9 / 16)
BESIDE = (SIDE, TOP, HALF, BOTTOM - TOP)
COVER = (0.0, 0.0, WIDE, 354.0)
"""Of the garden on the first slide: from its sky into the soil; the title stands in the soil below."""
NAME = (SIDE, 366.0, FULL, 84.0)
UNDER = (SIDE, 454.0, FULL, 44.0)
LAST = (SIDE, 150.0, FULL, 92.0)
ASK = (SIDE, 256.0, FULL, 204.0)

COVERED, WRITTEN, CLOSED, BARE, BESIDES = range(5)
"""The layouts, by number."""
SOURCE_AT, PICTURE_AT = 13, 14
"""Numbers of the places for a source and a picture."""

Box = tuple[float, float, float, float]
_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>Groeimodel</Application></Properties>'
)


def blank(colour: str, language: str) -> Any:
    """A presentation without slides. `colour` of the partnership, as '#rrggbb'."""
    file = Presentation()
    file.slide_width, file.slide_height = Emu(Pt(WIDE)), Emu(Pt(HIGH))
    file.element.find("{*}sldSz").attrib.pop("type", None)  # the template is of 4:3
    for one in file.element.iter("{*}defRPr"):
        if one.get("lang"):
            one.set("lang", language)
    layouts = list(file.slide_layouts)
    kept = [layouts[n] for n in (0, 1, 2, 5, 8)]
    for one in layouts:
        if one not in kept:
            file.slide_layouts.remove(one)
    master = file.slide_master
    _fill(master.element, _master(language), ground=PAPER)
    _styles(master.element, language)
    mark = colour.lstrip("#").upper()
    mark = mark if re.fullmatch("[0-9A-F]{6}", mark) else LEAF
    for layout, (name, ground, shapes) in zip(kept, _layouts(language, mark), strict=True):
        _fill(layout.element, shapes, ground=ground)
        layout.element.cSld.set("name", name)
    layouts_of_own = (kept[COVERED], kept[CLOSED])
    for layout in layouts_of_own:
        layout.element.set("showMasterSp", "0")
    _theme(master.part)
    _tidy(file)
    return file


def _fill(element: Any, shapes: str, *, ground: str) -> None:
    """Puts a background and shapes in the place of what the template had."""
    old = element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}cSld")
    new = parse_xml(
        f"<p:cSld {_SPACES}><p:bg><p:bgPr>{_solid(ground)}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr>"
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{shapes}</p:spTree></p:cSld>"
    )
    element.replace(old, new)


def _master(language: str) -> str:
    return (
        _ground(GROUND_TOP, 90)
        + _place(2, "Titel", 'type="title"', TITLE, language, anchor="ctr")
        + _place(3, "Tekst", 'type="body" idx="1"', BODY, language)
        + _foot(4, language)
    )


def _layouts(language: str, mark: str) -> list[tuple[str, str, str]]:
    """Name, background and shapes of each."""
    title = _place(2, "Titel", 'type="title"', TITLE, language, anchor="ctr")
    text = _place(3, "Tekst", 'idx="1"', BODY, language, style=_marks(mark))
    half = _place(3, "Tekst", 'type="body" idx="1"', BESIDE, language, style=_marks(mark))
    small = _level(1200, SOFT)
    source = _place(
        7, "Bron", f'type="body" sz="quarter" idx="{SOURCE_AT}"', SOURCE, language, style=small, anchor="b"
    )
    foot = _foot(4, language)
    cover = (
        _band(0, HIGH, GROUND)
        + _place(2, "Titel", 'type="ctrTitle"', NAME, language, style=_level(3600, CREAM), anchor="ctr")
        + _place(3, "Ondertitel", 'type="subTitle" idx="1"', UNDER, language, style=_level(2000, "F3EBD6"))
        + _place(8, "Tuin", f'type="pic" idx="{PICTURE_AT}"', COVER, language)
        + _foot(4, language)
    )
    closing = (
        _ground(GROUND_TOP, 90)
        + _place(2, "Titel", 'type="title"', LAST, language, style=_level(4000, CREAM), anchor="b")
        + _place(3, "Tekst", 'type="body" idx="1"', ASK, language, style=_marks("F0B32E", CREAM))
        + foot
    )
    picture = _place(8, "Tuin", f'type="pic" idx="{PICTURE_AT}"', PICTURE, language)
    return [
        ("Titel met tuin", GROUND, cover),
        ("Titel en tekst", PAPER, title + text + source + foot),
        ("Slot", DEEP, closing),
        ("Cijfers of tabel", PAPER, title + source + foot),
        ("Tekst naast tuin", PAPER, title + half + picture + source + foot),
    ]


def _place(
    key: int, name: str, kind: str, box: Box, language: str, *, style: str = "", anchor: str = "t"
) -> str:
    """A placeholder. What does not fit when somebody types on, shrinks."""
    picture = 'type="pic"' in kind
    words = "Beeld" if picture else name
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_at(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f'<a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle><a:p><a:r><a:rPr lang="{language}"/>'
        f"<a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _foot(key: int, language: str) -> str:
    """Who made it, left in the ground; the number of the slide, right."""
    middle = GROUND_TOP + 8
    return _small(
        key, "Voettekst", 'type="ftr" sz="quarter" idx="11"', (SIDE, middle, 640, 22), "l", language
    ) + (
        _small(
            key + 1,
            "Nummer",
            'type="sldNum" sz="quarter" idx="12"',
            (WIDE - SIDE - 90, middle, 90, 22),
            "r",
            language,
        )
    )


def _small(key: int, name: str, kind: str, box: Box, side: str, language: str) -> str:
    words = (
        '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld>'
        if "sldNum" in kind
        else ""
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{_at(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" lIns="0" '
        'tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr marL="0" indent="0" '
        f'algn="{side}"><a:buNone/><a:defRPr sz="1200" b="0">{_solid(CREAM)}</a:defRPr></a:lvl1pPr></a:lstStyle>'
        f'<a:p>{words}<a:endParaRPr lang="{language}"/></a:p></p:txBody></p:sp>'
    )


def _ground(top: float, key: int) -> str:
    """Grass along the whole width, and the ground under it."""
    return _grass(top, key) + _band(top, HIGH - top, GROUND, key + 1)


def _band(top: float, tall: float, colour: str, key: int = 95) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="Grond"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'{_at((0, top, WIDE, tall))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_solid(colour)}<a:ln>'
        "<a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _grass(top: float, key: int) -> str:
    """Blades of changing height, always the same ones."""
    blades, step, tall = 160, 6, 12
    points = []
    for n in range(blades):
        high = 3 + (n * n * 7 + n * 13) % 9
        lean = (n * 5) % 7 - 3
        points.append((n * step + step / 2 + lean, tall - high))
        points.append(((n + 1) * step, tall - 2))
    to = "".join(f'<a:lnTo><a:pt x="{max(0, x) * 10:.0f}" y="{y * 10:.0f}"/></a:lnTo>' for x, y in points)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="Gras"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f"{_at((0, top - tall + 1, WIDE, tall))}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect "
        f'l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{WIDE * 10:.0f}" h="{tall * 10}"><a:moveTo><a:pt x="0" '
        f'y="{tall * 10}"/></a:moveTo>{to}<a:lnTo><a:pt x="{WIDE * 10:.0f}" y="{tall * 10}"/></a:lnTo><a:close/>'
        f"</a:path></a:pathLst></a:custGeom>{_solid(GRASS)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _at(box: Box) -> str:
    x, y, wide, tall = (int(Pt(1) * one) for one in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _level(size: int, colour: str) -> str:
    return (
        '<a:lvl1pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size}">{_solid(colour)}</a:defRPr></a:lvl1pPr>'
    )


def _marks(mark: str, ink: str = INK) -> str:
    """Points with a mark in the colour of the partnership."""
    return (
        f'<a:lvl1pPr marL="254000" indent="-254000"><a:buClr><a:srgbClr val="{mark}"/></a:buClr><a:buFont '
        f'typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="2400">{_solid(ink)}</a:defRPr></a:lvl1pPr>'
    )


def _styles(master: Any, language: str) -> None:
    """Letters of titles and text, for the whole presentation."""
    ends = "".join(
        f'<a:lvl{n}pPr marL="{254000 * n}" indent="-254000" algn="l" rtl="0"><a:spcBef><a:spcPts val="600"/>'
        f'</a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr lang="{language}" sz="2000" '
        f'kern="1200">{_scheme("tx1")}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 6)
    )
    new = parse_xml(
        f'<p:txStyles {_SPACES}><p:titleStyle><a:lvl1pPr algn="l" rtl="0"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr lang="{language}" sz="3200" b="1" '
        f'kern="1200">{_scheme("tx2")}<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>'
        f"<p:bodyStyle>{ends}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    )
    old = master.find("{http://schemas.openxmlformats.org/presentationml/2006/main}txStyles")
    master.replace(old, new)


def _scheme(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def _theme(master: Any) -> None:
    """Our colours and letters, so that what people add looks like the rest."""
    part = next(one.target_part for one in master.rels.values() if one.reltype.endswith("/theme"))
    root = parse_xml(part.blob)
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    root.set("name", "Groeimodel")
    for name, colour in _SCHEME.items():
        place = root.find(f".//{space}clrScheme/{space}{name}")
        for old in list(place):
            place.remove(old)
        place.append(place.makeelement(f"{space}srgbClr", {"val": colour}))
    for name, face in (("majorFont", HEAD), ("minorFont", TEXT)):
        root.find(f".//{space}fontScheme/{space}{name}/{space}latin").set("typeface", face)
    part._blob = serialize_part_xml(root)


def rgb(colour: str) -> Any:
    """Of six letters and figures; the library has no types for it."""
    make: Any = RGBColor.from_string
    return make(colour)


def _tidy(file: Any) -> None:
    """The template's own picture, printer settings and name of a program go."""
    package = file.part.package
    for holder in (package, file.part):
        rels = holder._rels
        for key, one in list(rels.items()):
            if one.reltype.endswith(("/thumbnail", "/printerSettings")):
                rels.pop(key)
            elif one.reltype.endswith("/extended-properties"):
                one.target_part._blob = _APP


def name_notes(file: Any) -> None:
    """Tells the presentation of the master of its notes, which the library forgets."""
    for key, one in file.part.rels.items():
        if one.reltype.endswith("/notesMaster"):
            listed = parse_xml(
                f'<p:notesMasterIdLst {_SPACES}><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>'
            )
            file.element.find("{*}sldMasterIdLst").addnext(listed)
