"""The knowledge is read strictly: what is unclear is refused with file, key and the nearest known word."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladderback.evidence import build
from ladderback.terms.errors import KnowledgeError

RULE = """id = "X-1"
condition = "c"
when = "any(fever)"
urgency = "routine"
gate = "proceed"
recipient = "gp"
recipient_wording = "GP"
rationale = ""
say = "s"
sources = ["CLINBOOK"]
status = "proposal"
status_wording = "ours"
version = "v1"
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("red_flag_rules", "clinical_tests", "contributors", "exercises", "tables", "letters"):
        (tmp_path / "knowledge" / folder).mkdir(parents=True)
    monkeypatch.setattr(build, "KNOWLEDGE", tmp_path / "knowledge")
    monkeypatch.setattr(build, "INDEX", tmp_path / "knowledge" / "_index.msgpack")
    return tmp_path / "knowledge"


def test_a_good_record_is_read(shelf: Path) -> None:
    (shelf / "red_flag_rules" / "X-1.toml").write_text(RULE)
    assert build.read_all().red_flag_rules["X-1"].urgency == "routine"


def test_an_unknown_key_names_the_nearest(shelf: Path) -> None:
    (shelf / "red_flag_rules" / "X-1.toml").write_text(RULE.replace("urgency", "urgancy"))
    with pytest.raises(KnowledgeError) as raised:
        build.read_all()
    assert raised.value.nearest == "urgency"
    assert "knowledge/red_flag_rules/X-1.toml" in str(raised.value)


def test_the_file_name_is_the_identifier(shelf: Path) -> None:
    (shelf / "red_flag_rules" / "X-2.toml").write_text(RULE)
    with pytest.raises(KnowledgeError, match="X-2"):
        build.read_all()


@pytest.mark.parametrize("broken", ["id = ", "\xff", 'id = "X-1"\nid = "X-1"', RULE + "status = 3"])
def test_broken_toml_is_refused_by_name(shelf: Path, broken: str) -> None:
    (shelf / "red_flag_rules" / "X-1.toml").write_text(broken, encoding="latin-1")
    with pytest.raises(KnowledgeError, match="X-1"):
        build.read_all()


def test_a_row_with_a_cell_too_many_is_refused(shelf: Path) -> None:
    (shelf / "tables" / "sources_x.csv").write_text("key,citation,address,seen\nA,b,c,d,e\n")
    with pytest.raises(KnowledgeError, match="line 2"):
        build.read_all()


def test_a_repeated_key_is_refused(shelf: Path) -> None:
    (shelf / "tables" / "sources_x.csv").write_text("key,citation,address,seen\nA,b,c,d\nA,b,c,d\n")
    with pytest.raises(KnowledgeError, match="each key once"):
        build.read_all()


def test_a_damaged_index_is_read_anew(shelf: Path) -> None:
    (shelf / "red_flag_rules" / "X-1.toml").write_text(RULE)
    first = build.read_index()
    raw = bytearray((shelf / "_index.msgpack").read_bytes())
    raw[-1] ^= 1
    (shelf / "_index.msgpack").write_bytes(bytes(raw))
    assert build.read_index().sha256 == first.sha256


def test_an_edited_record_is_seen_at_once(shelf: Path) -> None:
    path = shelf / "red_flag_rules" / "X-1.toml"
    path.write_text(RULE)
    build.read_index()
    path.write_text(RULE.replace('"routine"', '"same_day"'))
    assert build.read_index().red_flag_rules["X-1"].urgency == "same_day"
