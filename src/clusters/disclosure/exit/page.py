"""An HTML page or a drawing in SVG as its text, spoken texts included.

Attributes are of the form, such as a class or a coordinate, or they are text that
somebody can read or hear; one that is neither known as form is read as text.
"""

from __future__ import annotations

import binascii
import json
import re
from base64 import b64decode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from clusters.disclosure.exit.decoded import Decoded, Listing, Piece, refusal
from clusters.disclosure.exit.markup import (
    EMPTY,
    FORBIDDEN,
    FORM,
    INLINE,
    METADATA,
    NAME,
    NAMING,
    PART,
)
from clusters.disclosure.exit.values import values_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from clusters.errors import DisclosureError

# A script cannot be a picture; one that is not a drawing must be a logo we know.
_PICTURE = re.compile(r"data:image/(svg\+xml|png);base64")
_LINKING = frozenset({"src", "href", "xlink:href", "srcset", "action"})
_POLICY = re.compile(r"[a-z-]+:?|'[a-z-]+'|'sha256-[A-Za-z0-9+/=]{44}'|;")


class _Reader(HTMLParser):
    """Collects every text with where it stands; refuses what hides or acts."""

    def __init__(self, file: str, assets: Collection[str], *, is_drawing: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.file, self.assets, self.is_drawing = file, assets, is_drawing
        self.pieces: list[Piece] = []
        self.streams: list[bytes] = []
        self._open: list[str] = []
        self._text = ""  # of the paragraph, heading or entry that is being read
        self._row: list[str] | None = None
        self.listings: list[Listing] = []
        self._section = "top"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            raise self._refused(
                "FILE-01",
                "an element that loads or acts",
                "een onderdeel dat iets ophaalt of doet",
            )
        if tag not in INLINE | {"dd"}:  # what is told of a term stands with it
            self._end_text()
        self._enter(tag)
        named = {name: value or "" for name, value in attrs}
        if tag == "section" and "id" in named:
            self._section = named["id"][:40]
        if tag == "meta":
            self._meta(named)
            return
        for name, value in named.items():
            self._attribute(tag, name, value)

    def _enter(self, tag: str) -> None:
        if tag not in EMPTY:
            self._open.append(tag)
        if tag == "tr":
            self._row = []
        if self._row is not None and tag in {"td", "th"}:
            self._row.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE | {"dt"}:
            self._end_text()
        if tag == "tr" and self._row is not None:
            self.pieces.append(Piece(self._where("tr"), tuple(self._row)))
            self._row = None
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside in {"script", "style"}:
            self._asset(inside, data)
        elif self._row and not self.is_drawing:
            self._row[-1] += data
        else:
            self._text += data

    def end(self) -> None:
        """Take what stands after the last element, which nothing closes."""
        self._end_text()

    def _end_text(self) -> None:
        if self._text.strip():
            inside = self._open[-1] if self._open else ""
            self.pieces.append(Piece(self._where(inside), (self._text,)))
        self._text = ""

    def handle_comment(self, data: str) -> None:
        if not self.is_drawing:
            raise self._refused("FILE-01", "a comment", "commentaar")
        # matplotlib says beside the outlines of a text which text it is, escaped
        self.pieces.append(Piece(self._where("comment"), (unescape(data),)))

    def handle_pi(self, data: str) -> None:
        if not (self.is_drawing and data.startswith("xml ")):
            raise self._refused(
                "FILE-01", "an instruction to programs", "een opdracht aan programma's"
            )

    def unknown_decl(self, data: str) -> None:
        del data
        raise self._refused(
            "FILE-01", "a declaration that is not known", "een onbekende declaratie"
        )

    def _meta(self, named: dict[str, str]) -> None:
        content = named.get("content", "")
        if named.get("http-equiv", "").lower() == "content-security-policy":
            is_listed = not _POLICY.sub("", content).strip()
        else:
            allowed = METADATA.get(named.get("name", ""), r"(?!)")
            is_listed = "charset" in named or bool(re.fullmatch(allowed, content))
        if is_listed and set(named) <= {"charset", "http-equiv", "name", "content"}:
            return
        raise self._refused(
            "FILE-01",
            "metadata that is not on the list",
            "metagegevens die niet op de lijst staan",
        )

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            raise self._refused(
                "FILE-01", "a script in an attribute", "een script in een attribuut"
            )
        if name in _LINKING and not value.startswith("#"):
            self._embedded(tag, value)
        elif name in _LINKING or name in NAMING:
            for word in value.split():
                self._name(f"{tag} {name}", word.removeprefix("#"))
        elif name not in FORM and not name.startswith("xmlns"):
            self.pieces.append(Piece(self._where(f"{tag} {name}"), (value,)))

    def _name(self, where: str, name: str) -> None:
        if not (self.is_drawing and (PART.fullmatch(name) or NAME.fullmatch(name))):
            self.pieces.append(Piece(self._where(where), (name,), around=True))

    def _embedded(self, tag: str, value: str) -> None:
        kind, _, content = value.partition(",")
        if tag != "img" or not _PICTURE.fullmatch(kind):
            raise self._refused(
                "FILE-01", "an address outside the page", "een adres buiten de pagina"
            )
        try:
            packed = b64decode(content, validate=True)
            is_known = digest_of(packed) in self.assets
            drawing = "" if is_known else packed.decode()
        except (binascii.Error, UnicodeDecodeError):
            raise self._refused(
                "FILE-02",
                "a picture that cannot be read",
                "een plaatje dat niet te lezen is",
            ) from None
        inner = read_page(self.file, drawing, self.assets, is_drawing=True)
        self.streams += [packed, *inner.streams]
        self.listings += inner.listings
        self.pieces += [
            Piece(f"{self._where('img')} {each.where}", each.cells)
            for each in inner.pieces
        ]

    def _asset(self, tag: str, text: str) -> None:
        is_known = digest_of(text.encode()) in self.assets
        is_plain = self.is_drawing and not re.search(r"\d", text)
        try:
            values = json.loads(text) if tag == "script" else None
        except ValueError:
            values = None
        if not isinstance(values, dict | list) and (is_known or is_plain):
            return
        if not isinstance(values, dict | list):
            raise self._refused(
                "FILE-01",
                "a script or style that is not ours",
                "een script of stijl die niet van ons is",
            )
        for told in values_in(values):
            if not isinstance(told, str):
                self.listings.append(told)
            elif not is_known:
                self.pieces.append(Piece(self._where("script"), (told,)))

    def _where(self, tag: str) -> str:
        return f"{self._section} <{tag}>"

    def _refused(self, rule: str, en: str, nl: str) -> DisclosureError:
        return refusal(
            self.file,
            rule,
            f"{self._section}: it holds {en}",
            f"{self._section}: er staat {nl} in",
        )


def read_page(
    file: str, text: str, assets: Collection[str], *, is_drawing: bool = False
) -> Decoded:
    """Return what stands in a page, pictures in it unpacked.

    ``assets`` are the digests of the scripts, styles and logos that it may hold.

    Raises
    ------
    DisclosureError
        If it holds anything that acts, loads or hides.
    """
    reader = _Reader(file, assets, is_drawing=is_drawing)
    reader.feed(text)
    reader.close()
    reader.end()
    return Decoded(
        pieces=tuple(reader.pieces),
        streams=(text.encode(), *reader.streams),
        listings=tuple(reader.listings),
    )


def digest_of(content: bytes) -> str:
    """Return what an asset is known by."""
    return sha256(content).hexdigest()
