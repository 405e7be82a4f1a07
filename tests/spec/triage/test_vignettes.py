"""The coded case reports. The rules were written on them: this guards what was reached, it proves nothing."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "bench"))

from score_vignettes import score, summary  # noqa: E402


def test_the_vignettes_stay_where_they_are() -> None:
    figures = summary(score())
    assert figures["rows"] == 105
    assert figures["exact_percent"] >= 85
    assert figures["inside_percent"] >= 95
    assert figures["emergencies_below_same_day"] == 0
    assert figures["pressing_with_proceed"] == 0
