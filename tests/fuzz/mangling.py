"""Changes that spoil any text or bytes, with no regard to what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

ODD_BYTES = (
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n",
    b'"',
    b"\\",
    b"{",
    b"[",
    b"\xf4\x90\x80\x80",
)
ODD_NUMBERS = (
    *(
        "0",
        "-1",
        "1",
        "2",
        "1.5",
        "0.1",
        "-0",
        "1e9",
        "1e400",
        "1e-400",
        "nan",
        "inf",
        "-inf",
        "9999999999999999999999",
    ),
    *("0x10", "1_000", "2024", "2199", "1900", "99999", "2147483648", "9223372036854775808", "true", "null"),
)


def spoilt(data: bytes, random: Random, donors: Sequence[bytes]) -> bytes:
    """The bytes with a piece dropped, doubled, flipped, or taken from elsewhere."""
    at, width = random.randint(0, len(data)), random.choice((0, 1, 1, 2, 4, 16))
    before, piece, after = data[:at], data[at : at + width], data[at + width :]
    other = random.choice(donors)
    begin = random.randint(0, len(other))
    made = random.choice(
        (
            b"",
            piece * random.choice((2, 2, 3, 40)),
            bytes(byte ^ 1 << random.randrange(8) for byte in piece),
            random.choice(ODD_BYTES),
            random.choice(ODD_NUMBERS).encode(),
            other[begin : begin + random.choice((4, 16, 64, 400))],
        )
    )
    return before + made + after
