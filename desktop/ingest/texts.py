"""Bytes to text and text to its stored form: NFC, line feeds, no control characters."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from desktop.ingest.drafts import SAVE_AGAIN, Remark, UnreadableFileError

MOST_TEXT_BYTES = 5_000_000
MOST_TITLE = 500
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85]")
# All control characters but tab and line feed, and lone halves of surrogate pairs.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers take for an encoding that is declared: the larger one that includes it.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "big5": "big5hkscs",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3,}")
_ODD_WORD = re.compile(
    # Letters of two scripts, capitals inside words, or nothing but accents.
    "[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]|[а-яёα-ω][А-ЯЁΑ-Ω]|[À-ÿ]{3}|^[А-ЯЁ]{4}"
    "|[\uac00-\ud7a3][\u3131-\u318e]|[\u3131-\u318e][\uac00-\ud7a3]"
)
_FEWEST_JUDGED, _MOST_JUDGED = 100, 20_000
_FEW_ODD = 2
_MOST_ODD = 0.3
_MOST_MESS = 0.15
_SAMPLE = 4096
_MOST_GUESSED = 200_000
# What news was ever stored in; old console and terminal encodings only mislead the guess.
_LIKELY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "koi8_u", "iso8859_2", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr",
    "tis_620",
]  # fmt: skip
_DAMAGED = Remark("damaged-text", "Some characters of the file are damaged.")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, and what is doubtful about it."""

    text: str
    doubt: Remark | None = None


def clean_text(text: str) -> str:
    r"""Return the stored form of a text: NFC, `\n` line ends, no control characters but tabs.

    >>> clean_text("a\r\nb\rc\x00")
    'a\nb\nc'
    """
    plain = _CONTROL.sub("", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", plain))


def clean_line(text: str, most: int = MOST_TITLE) -> str:
    r"""Return a text as one line of at most `most` code points.

    >>> clean_line(" a\n b ")
    'a b'
    """
    line = " ".join(clean_text(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a file: by its mark, as UTF-8, as declared, by the pattern of zeros, by a guess.

    Raises:
        UnreadableFileError: The bytes are no text in any encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    if encoding := _wide_encoding(data):
        return _decode_as(data, encoding)
    if (shifted := _shifted(data)) is not None:
        return Decoded(shifted)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return Decoded(text, _DAMAGED if "\0" in text else None)
    known = _declared(data, declared) if declared else None
    if known is not None and not is_garbled(known):
        return Decoded(known)
    return _guess(data)


def is_wide(data: bytes) -> bool:
    """Say whether bytes with zeros among them are text in two or four bytes a letter."""
    marks = tuple(mark for mark, _encoding in _BOMS[1:])
    return data.startswith(marks) or _wide_encoding(data) is not None


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    if text.count("\ufffd") > len(text) // 20 + 3:
        raise UnreadableFileError(
            "not-text", f"The file is not text that can be read; {SAVE_AGAIN}."
        )
    return Decoded(text, _DAMAGED)


def _wide_encoding(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 without a mark, by where the zeros of Latin letters stand."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4 or 0 not in sample:
        return None
    by_four = [sample[start::4].count(0) * 5 >= len(sample) for start in range(4)]
    if by_four in ([False, True, True, True], [True, True, True, False]):
        return "utf-32-be" if by_four[0] else "utf-32-le"
    even, odd = sample[0::2], sample[1::2]
    if even.count(0) == 0 and odd.count(0) * 10 >= len(odd) * 4:
        return "utf-16-le"
    if odd.count(0) == 0 and even.count(0) * 10 >= len(even) * 4:
        return "utf-16-be"
    return None


def _shifted(data: bytes) -> str | None:
    """Return Japanese that is written in seven bits, which would be read as ASCII."""
    if b"\x1b$" not in data or not data.isascii():
        return None
    try:
        return data.decode("iso2022_jp_ext")
    except UnicodeDecodeError:
        return None


def is_garbled(text: str) -> bool:
    """Say whether a text was read in the wrong encoding, by words as no language writes them.

    >>> is_garbled("The café in Kraków."), is_garbled("Ïðèâåò, ìèð, ñåãîäíÿ õîðîøàÿ ïîãîäà")
    (False, True)
    """
    sample = text[:_MOST_JUDGED]
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    odd = sum(1 for word in words if _ODD_WORD.search(word))
    if odd > _FEW_ODD and odd > _MOST_ODD * len(words):
        return True
    if sample.isascii() or len(sample) < _FEWEST_JUDGED:
        return False
    # Takes a tenth of a second to load, and few files are in an old encoding.
    from charset_normalizer.md import mess_ratio  # noqa: PLC0415

    return mess_ratio(sample, 0.9) > _MOST_MESS


def _declared(data: bytes, declared: str) -> str | None:
    try:
        name = codecs.lookup(declared.strip()).name
        text = data.decode(_WIDER.get(name, name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    # Codecs such as "hex" and "rot13" decode too, but not to a file's text.
    return text if isinstance(text, str) else None  # pyright: ignore[reportUnnecessaryIsInstance]


def _guess(data: bytes) -> Decoded:
    if (mended := _almost_utf8(data)) is not None:
        return Decoded(mended, _DAMAGED)
    # Takes a tenth of a second to load and most files are UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_MOST_GUESSED], cp_isolation=_LIKELY).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return Decoded(text, _guessed(encoding))
    raise UnreadableFileError("not-text", f"The file is not text that can be read; {SAVE_AGAIN}.")


def _almost_utf8(data: bytes) -> str | None:
    """Return UTF-8 text with its few broken places replaced, None if it is no UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    several = sum(1 for letter in text if letter > "\x7f") - broken
    return text if broken * 4 <= several else None


def _guessed(encoding: str) -> Remark:
    name = encoding.replace("_", "-")
    return Remark(
        "guessed-encoding",
        f"The file does not say how its letters are stored; {name} was guessed, so look it over.",
    )
