"""An answer of a command: its JSON, its text, its exit status."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

DONE, MUST_NOT_TRAIN, WISHES_CLASH, NOT_IN_ORDER = 0, 3, 4, 5


class Answer(Struct, frozen=True, kw_only=True):
    """What a command hands back. The text is only worked out when it is printed."""

    as_json: Any
    in_words: Callable[[Any], str]
    exit_status: int = DONE

    def printed(self, *, as_json: bool) -> str:
        """The answer as it goes to standard output, with a last line break."""
        if as_json:
            return msgspec.json.format(msgspec.json.encode(self.as_json), indent=1).decode() + "\n"
        text = self.in_words(self.as_json)
        return text if text.endswith("\n") or not text else text + "\n"
