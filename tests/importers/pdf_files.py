"""PDF files made object by object, for the tests."""

from __future__ import annotations

UNICODE_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
    "/Supplement 2>>/DW 1000>>]>>"
)


def pdf_file(
    pages: list[str],
    *,
    font: str = UNICODE_FONT,
    more: str = "",
    extra: dict[int, bytes] | None = None,
) -> bytes:
    """A PDF of content streams, font /F1; ``more`` adds resources, ``extra`` objects from 50 on."""
    count = len(pages)
    kids = " ".join(f"{10 + 2 * one} 0 R" for one in range(count))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        3: font.encode(),
    }
    for number, content in enumerate(pages):
        own = 10 + 2 * number
        objects[own] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {own + 1} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>{more}>>>>"
        ).encode()
        objects[own + 1] = stream(content.encode("latin-1"))
    objects |= extra or {}
    out = bytearray(b"%PDF-1.5\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        place = places.get(number)
        out += b"0000000000 65535 f \n" if place is None else f"{place:010} 00000 n \n".encode()
    return bytes(out + f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<</Length {len(content)}{entries}>>stream\n".encode() + content + b"\nendstream"


def line(text: str, x: float, y: float, size: float = 16, encoding: str = "utf-16-be") -> str:
    """Commands that show a line of text at a place."""
    return f"BT /F1 {size} Tf {x} {y} Td <{text.encode(encoding).hex()}> Tj ET\n"


def picture_file(text: str = "") -> bytes:
    """A PDF of a page with these commands and one of a picture."""
    picture = stream(
        b"\0", "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    pages = [text, "q 595 0 0 842 0 0 cm /X1 Do Q"]
    return pdf_file(pages, more="/XObject<</X1 50 0 R>>", extra={50: picture})
