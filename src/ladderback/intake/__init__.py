"""What the person told us and what happened since; unknown is kept as unknown.

`read` takes a case and hands on an `IntakeRecord`; `read_journal` takes what happened since, with corrections made;
`as_of` folds the one into the other up to a day. A safety feature is in the record only when somebody answered it or
it follows from an answer, and `because` says which.
"""

from ladderback.intake.answers import measurements_of
from ladderback.intake.case.reading import read
from ladderback.intake.derived import mandatory
from ladderback.intake.fold import as_of, latest_day
from ladderback.intake.journal.reading import read_journal

__all__ = ["as_of", "latest_day", "mandatory", "measurements_of", "read", "read_journal"]
