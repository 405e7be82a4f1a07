"""The people of the progression specs are written about here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "progression"))
