"""XML of the master and the layouts: what the library has no words for."""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml.ns import nsdecls, qn

from border_atlas.export.pptx.look import FOOTER_SIZE
from border_atlas.export.pptx.page import OPENING_TEXT, OPENING_TITLE, RULE_TOP, TITLE_TOP, Box, Page

tag = qn

_EMU: Final = 914_400
_NS: Final = nsdecls("a", "p", "r")
_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_TREE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_WHITE: Final = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
_ACCENT: Final = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'

#: Placeholder numbers of the layouts.
BODY_IDX: Final = 1
SAID_IDX: Final = 13
FOOTER_IDX: Final = 10
NUMBER_IDX: Final = 11


def master_content(page: Page) -> str:
    """Return what stands on every slide."""
    inner = page.inner
    accent = Box(page.margin, TITLE_TOP - 0.17, 0.6, 0.06)
    rule = Box(page.margin, RULE_TOP, inner.w, 0.01)
    shapes = (
        _bar(2, "Accent", accent, "accent1"),
        _bar(3, "Line above the footer", rule, "bg1", lum=80),
        _placeholder(4, "Title", 'type="title"', Box(inner.x, TITLE_TOP, inner.w, 0.6), "Title"),
        _placeholder(5, "Text", 'type="body" idx="1"', inner.below(1.4), "Text"),
        _footer(6, 'type="ftr" sz="quarter" idx="3"', page.footer, "Footer"),
        _number(7, 'type="sldNum" sz="quarter" idx="4"', page.number),
    )
    return _slide("Border Atlas", _WHITE, shapes)


def layout_content(name: str, roles: tuple[str, ...], page: Page, footer: str) -> str:
    """Return a layout with the placeholders named by their roles."""
    title = "ctrTitle" in roles
    shapes = [_role(number, role, page) for number, role in enumerate(roles, start=2)]
    if title:
        shapes.insert(0, _bar(20, "Accent", Box(page.margin, 4.5, 0.9, 0.07), "bg1"))
    colour = "bg1" if title else "tx2"
    at = f'type="ftr" sz="quarter" idx="{FOOTER_IDX}"'
    shapes.append(_footer(8, at, page.footer, footer, colour))
    if not title:
        shapes.append(_number(9, f'type="sldNum" sz="quarter" idx="{NUMBER_IDX}"', page.number))
    return _slide(name, _ACCENT if title else "", shapes)


def _role(number: int, role: str, page: Page) -> str:
    inner = page.inner
    aside = Box(inner.right - page.aside, 1.75, page.aside, inner.bottom - 1.75)
    low = f'type="body" sz="quarter" idx="{SAID_IDX}"'
    white = _level(4000, "bg1", bold=True), _level(2000, "bg1")
    opening = [Box(inner.x, top, inner.w, height) for top, height in (OPENING_TITLE, OPENING_TEXT)]
    made = {
        "ctrTitle": ("Title", 'type="ctrTitle"', opening[0], white[0]),
        "subTitle": (
            "Subtitle",
            'type="subTitle" idx="1"',
            opening[1],
            white[1],
        ),
        "title": ("Title", 'type="title"', Box(inner.x, TITLE_TOP, inner.w, 0.6), ""),
        "said": ("Selection", low, Box(inner.x, 1.12, inner.w, 0.34), _level(1400, "tx2")),
        "body": ("Text", f'type="body" idx="{BODY_IDX}"', inner.below(1.23), ""),
        "aside": ("Text", f'type="body" sz="quarter" idx="{BODY_IDX}"', aside, ""),
    }
    name, at, box, style = made[role]
    return _placeholder(number, name, at, box, name, style)


def text_styles() -> str:
    """Return the sizes, colours and bullets that all texts begin with."""
    levels = "".join(
        f'<a:lvl{level}pPr marL="{indent}" indent="{-256_032 if level > 1 else 0}" algn="l" rtl="0">'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPct val="40000"/></a:spcAft>{bullet}'
        f"{_letters(1800, 'tx1', minor=True)}</a:lvl{level}pPr>"
        for level in range(1, 6)
        for indent, bullet in [_bulleted(level)]
    )
    title = f'<a:lvl1pPr algn="l" rtl="0"><a:buNone/>{_letters(2800, "tx1", bold=True)}</a:lvl1pPr>'
    other = f'<a:lvl1pPr algn="l" rtl="0">{_letters(1600, "tx1", minor=True)}</a:lvl1pPr>'
    return (
        f"<p:txStyles {_NS}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _bulleted(level: int) -> tuple[int, str]:
    if level == 1:
        return 0, "<a:buNone/>"
    return 256_032 * (level - 1), '<a:buFont typeface="Arial"/><a:buChar char="•"/>'


def _letters(size: int, colour: str, *, bold: bool = False, minor: bool = False) -> str:
    face = "mn" if minor else "mj"
    return (
        f'<a:defRPr sz="{size}" b="{int(bold)}" kern="1200"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr>'
    )


def _level(size: int, colour: str, *, bold: bool = False, align: str = "l") -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/><a:defRPr sz="{size}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _slide(name: str, background: str, shapes: tuple[str, ...] | list[str]) -> str:
    return f"<p:cSld {_NS} name={quoteattr(name)}>{background}<p:spTree>{_TREE}{''.join(shapes)}</p:spTree></p:cSld>"


def _bar(number: int, name: str, box: Box, colour: str, lum: int = 100) -> str:
    dimmed = "" if lum == 100 else f'<a:lumMod val="{lum}000"/>'  # noqa: PLR2004  per cent
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{colour}">{dimmed}</a:schemeClr></a:solidFill><a:ln><a:noFill/></a:ln>'
        '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def _placeholder(
    number: int, name: str, at: str, box: Box, text: str, style: str = "", *, anchor: str = "t", runs: str = ""
) -> str:
    inside = runs or f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(text)}</a:t></a:r>'
    anchor = "b" if "ctrTitle" in at else anchor
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {at}/></p:nvPr></p:nvSpPr><p:spPr>{_place(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle>{style}</a:lstStyle><a:p>{inside}</a:p></p:txBody></p:sp>"
    )


def _footer(number: int, at: str, box: Box, text: str, colour: str = "tx2") -> str:
    style = _level(FOOTER_SIZE * 100, colour)
    return _placeholder(number, "Footer", at, box, text, style, anchor="ctr")


def _number(number: int, at: str, box: Box) -> str:
    field = (
        '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>1</a:t></a:fld>'
    )
    style = _level(FOOTER_SIZE * 100, "tx2", align="r")
    return _placeholder(number, "Slide number", at, box, "", style, anchor="ctr", runs=field)


def _place(box: Box) -> str:
    x, y, w, h = (round(part * _EMU) for part in (box.x, box.y, box.w, box.h))
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
