"""The people of the spec are also those of the unit tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "spec" / "documents"))
