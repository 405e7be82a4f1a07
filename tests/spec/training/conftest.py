"""The people of the progression specs arrive here for training."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "progression"))
