"""The theme: colours of the house, one typeface, flat shapes; nothing of the library's default look."""

from typing import Final

from border_atlas.domain.briefing import HouseStyle
from border_atlas.export.pptx.look import FONT, theme_colours

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE: Final = '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">' + _FILL + '<a:prstDash val="solid"/></a:ln>'
_EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(style: HouseStyle) -> bytes:
    """Return the theme of a house style as the file holds it."""
    name = f"Border Atlas {style.value}"
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_A}" name="{name}"><a:themeElements>{_colours(name, style)}{_fonts()}{_formats()}'
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
    return text.encode()


def _colours(name: str, style: HouseStyle) -> str:
    colours = "".join(
        f'<a:{key}><a:srgbClr val="{colour[1:]}"/></a:{key}>' for key, colour in theme_colours(style).items()
    )
    return f'<a:clrScheme name="{name}">{colours}</a:clrScheme>'


def _fonts() -> str:
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:fontScheme name="Border Atlas"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
    )


def _formats() -> str:
    lines = "".join(_LINE.format(width=width) for width in (6350, 12700, 19050))
    return (
        f'<a:fmtScheme name="Border Atlas"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
