"""The project's key: without it nobody can try out answers on a digest.

A report prints of every file that went in a digest, and is called after them. Who knows
a file but for one answer would otherwise compute the digest for each answer that it can
be, and see which one is printed. So digests of what is not public carry a key (HMAC,
RFC 2104), which is made once and stays with the person-level work.
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from clusters.errors import SettingsError
from clusters.store import PROCESSED, in_turn, private_folder, written_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = PROCESSED / "digests.key"
_BYTES = 32


def made_key() -> bytes:
    """Return the key of the project, and draw it where there is none yet.

    Raises
    ------
    SettingsError
        As `read_key`.
    """
    private_folder(PROCESSED)
    with in_turn(KEY):
        if not KEY.exists():
            with written_whole(KEY) as draft:
                draft.write_text(secrets.token_hex(_BYTES) + "\n", encoding="ascii")
    return read_key()


def read_key() -> bytes:
    """Return the key of the project, empty where none was drawn yet.

    Raises
    ------
    SettingsError
        If the file does not hold a key.
    """
    if not KEY.exists():
        return b""
    try:
        key = bytes.fromhex(KEY.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise SettingsError(
            f"{KEY} does not hold a key. Put a copy of it back, or delete it: then a "
            "new one is drawn, and the same study gets another name.",
            f"In {KEY} staat geen sleutel. Zet een kopie terug, of gooi het weg: dan "
            "komt er een nieuwe, en krijgt dezelfde studie een andere naam.",
        )
    return key


def keyed(digests: Mapping[str, str], key: bytes) -> dict[str, str]:
    """Return digests that only who has the key can work out."""
    return {
        name: hmac.digest(key, digest.encode(), "sha256").hex()
        for name, digest in digests.items()
    }
