"""Words that must not leave the engine in our own voice. A recorded condition may only be quoted."""

from __future__ import annotations

import re

FORBIDDEN: tuple[str, ...] = (
    "diagnosis",
    "diagnose",
    "diagnosed",
    "dysfunction",
    "degeneration",
    "degenerative",
    "degenerated",
    "instability",
    "unstable spine",
    "damage",
    "damaged",
    "weak core",
    "alignment",
    "misalignment",
    "misaligned",
    "bad posture",
    "out of place",
    "compliance",
    "non-compliant",
    "slipped disc",
    "bulging disc",
    "herniation",
    "herniated",
    "stenosis",
    "spondylolisthesis",
    "spondylolysis",
    "radiculopathy",
    "sciatica",
    "osteoarthritis",
    "arthritic",
    "facet syndrome",
    "piriformis syndrome",
    "pathology",
    "pathological",
    "cure",
    "cured",
    "wear and tear",
)
_PATTERN = re.compile(r"\b(" + "|".join(re.escape(word) for word in FORBIDDEN) + r")\b", re.IGNORECASE)


def forbidden_in(text: str, quoted: tuple[str, ...] = ()) -> list[str]:
    """Finds words we never say in `text`, after taking out what is quoted from a licensed professional.

    >>> forbidden_in("Your weak core is to blame.")
    ['weak core']
    >>> forbidden_in("A physician recorded spinal stenosis.", quoted=("spinal stenosis",))
    []
    """
    for quote in quoted:
        text = text.replace(quote, "")
    return [found.lower() for found in _PATTERN.findall(text)]
