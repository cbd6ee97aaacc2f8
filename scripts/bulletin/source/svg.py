"""What a drawing must not hold: an SVG opened by itself runs its scripts in the site's name."""

from __future__ import annotations

from xml.parsers import expat

from bulletin.model.catalogue import Words

ELEMENTS = frozenset(
    (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "symbol", "use"),
        *("linearGradient", "radialGradient", "stop", "title", "desc", "text", "tspan", "clipPath", "mask", "pattern"),
        *("metadata", "marker", "filter", "feGaussianBlur", "feOffset", "feMerge", "feMergeNode", "feColorMatrix"),
        *("feBlend", "feFlood", "feComposite"),
    )
)
_HREFS = frozenset(("href", "xlink:href"))


class _UnsafeError(Exception):
    pass


def svg_flaw(data: bytes) -> tuple[int, Words] | None:
    """The first thing in an SVG that is not part of a still drawing: its 1-based line, and its name."""
    parser = expat.ParserCreate()
    found: list[tuple[int, Words]] = []

    def refuse(vi: str, en: str) -> None:
        found.append((parser.CurrentLineNumber, Words(vi, en)))
        raise _UnsafeError

    def start(name: str, attributes: dict[str, str]) -> None:
        if name not in ELEMENTS:
            refuse(f"phần tử <{name}>", f"an element <{name}>")
        for attribute, value in attributes.items():
            squeezed = "".join(value.split()).lower()
            if attribute.lower().startswith("on"):
                refuse(f"thuộc tính {attribute}", f"an attribute {attribute}")
            if attribute in _HREFS and not squeezed.startswith("#"):
                refuse("tham chiếu ra ngoài", f"an outside reference in {attribute}")
            if squeezed.replace("url(#", "").replace("url('#", "").replace('url("#', "").count("url("):
                refuse("tham chiếu ra ngoài", f"an outside reference in {attribute}")
            if "javascript:" in squeezed or "@import" in squeezed or "expression(" in squeezed:
                refuse("kịch bản", f"a script in {attribute}")

    parser.StartElementHandler = start
    parser.EntityDeclHandler = lambda *_: refuse("khai báo thực thể", "an entity declaration")
    parser.StartDoctypeDeclHandler = lambda *_: refuse("khai báo DOCTYPE", "a document type declaration")
    parser.ProcessingInstructionHandler = lambda *_: refuse("chỉ thị xử lý", "a processing instruction")
    try:
        parser.Parse(data, True)
    except _UnsafeError:
        return found[0]
    except expat.ExpatError as error:
        return error.lineno, Words("lỗi cú pháp XML", "an XML syntax error")
    return None
