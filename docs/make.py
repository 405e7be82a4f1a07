"""Makes every page of the docs that is made from records, specs and measurements: `make docs`."""

from __future__ import annotations

import runpy
from pathlib import Path

if __name__ == "__main__":
    for script in sorted(Path(__file__).parent.glob("make_*.py")):
        print(script.name)
        runpy.run_path(str(script), run_name="__main__")
