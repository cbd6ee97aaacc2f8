"""What a drawing must not hold: an SVG opened by itself runs its scripts in the site's name."""

from __future__ import annotations

from xml.parsers import expat

from bulletin.model.catalogue import Words

ELEMENTS = frozenset(
    (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "symbol"),
        *("use", "linearGradient", "radialGradient", "stop", "title", "desc", "text", "tspan", "clipPath"),
        *("mask", "pattern", "metadata", "marker", "filter", "feGaussianBlur", "feOffset", "feMerge"),
        *("feMergeNode", "feColorMatrix", "feBlend", "feFlood", "feComposite"),
    )
)
_INSIDE = ("url(#", "url('#", 'url("#')
"""References to another part of the same drawing."""
_SCRIPTS = ("javascript:", "@import", "expression(")


class _UnsafeError(Exception):
    def __init__(self, found: Words) -> None:
        super().__init__(found.en)
        self.found = found


def svg_flaw(data: bytes) -> tuple[int, Words] | None:
    """The first thing in an SVG that is not part of a still drawing: its 1-based line, and its name."""
    parser = expat.ParserCreate()

    def refuse(vi: str, en: str) -> None:
        raise _UnsafeError(Words(vi, en))

    def start(name: str, attributes: dict[str, str]) -> None:
        if name not in ELEMENTS:
            refuse(f"phần tử <{name[:40]}>", f"an element <{name[:40]}>")
        for attribute, value in attributes.items():
            if (found := _attribute_flaw(attribute, value)) is not None:
                raise _UnsafeError(found)

    parser.StartElementHandler = start
    parser.EntityDeclHandler = lambda *_: refuse("khai báo thực thể", "an entity declaration")
    parser.StartDoctypeDeclHandler = lambda *_: refuse("khai báo DOCTYPE", "a document type declaration")
    parser.ProcessingInstructionHandler = lambda *_: refuse("chỉ thị xử lý", "a processing instruction")
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
    except _UnsafeError as error:
        return parser.CurrentLineNumber, error.found
    except expat.ExpatError as error:
        return error.lineno, Words("lỗi cú pháp XML", "an XML syntax error")
    except (LookupError, ValueError):  # an encoding of which expat, and so perhaps a browser, knows nothing
        return 1, Words("bảng mã lạ", "an unknown encoding")
    return None


def _attribute_flaw(name: str, value: str) -> Words | None:
    squeezed = "".join(value.split()).lower()
    local = name.lower().rpartition(":")[2]
    if name.lower().startswith("on"):
        return Words(f"thuộc tính {name[:40]}", f"an attribute {name[:40]}")
    if any(script in squeezed for script in _SCRIPTS):
        return Words(f"mã lệnh trong {name[:40]}", f"a script in {name[:40]}")
    is_namespace = name == "xmlns" or name.startswith("xmlns:")
    is_outside = "//" in squeezed and not is_namespace  # image-set() and the like name addresses without url()
    is_outside |= local == "href" and not squeezed.startswith("#")
    is_outside |= squeezed.count("url(") > sum(squeezed.count(inside) for inside in _INSIDE)
    is_outside |= local == "style" and "\\" in squeezed  # an escape can spell url( in other letters
    if is_outside:
        return Words(f"tham chiếu ra ngoài trong {name[:40]}", f"an outside reference in {name[:40]}")
    return None
