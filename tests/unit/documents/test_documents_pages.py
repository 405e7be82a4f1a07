"""Every sheet prints: one page a training, tagged, with our own faces, the same bytes each time."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_people import DAY, HOME, composed, decision, facts, record, review, verified

from ladderback.documents import write
from ladderback.documents.handout import handout
from ladderback.documents.hold import hold
from ladderback.documents.practitioner import practitioner
from ladderback.documents.progress import progress
from ladderback.documents.sheet import Paper, Sheet
from ladderback.evidence import book

SIX = ("hip_clam", "lift_box_waist", "carry_suitcase", "core_back_ext_bench", "mob_half_kneel_hf", "car_bike_hiit")
SHEETS = {
    "handout": lambda: handout(facts()),
    "practitioner": lambda: practitioner(facts()),
    "progress": lambda: progress(record(), review()),
    "hold": lambda: hold(record(), decision(may_train=False, urgency="same_day", gate="hold_until_cleared")),
}


def printed(sheet: Sheet, paper: Paper = "a4") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(sheet, "pdf", paper)))


def sizes(page: pypdf.PageObject) -> dict[float, int]:
    """Letters on a page by type size [pt]."""
    found: dict[float, int] = {}

    def count(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        at = round(size * abs(tm[3]) * abs(cm[3]), 2)
        found[at] = found.get(at, 0) + len(text.strip())

    page.extract_text(visitor_text=count)
    return {size: letters for size, letters in found.items() if letters}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", SHEETS)
def test_one_side_a_page(name: str, paper: Paper) -> None:
    sheet = SHEETS[name]()
    pages = printed(sheet, paper).pages
    width = 612 if paper == "letter" else 595.28
    assert len(pages) == len(sheet.pages)
    assert all(abs(float(page.mediabox.width) - width) < 0.1 for page in pages)


@pytest.mark.parametrize("name", SHEETS)
def test_tagged_titled_and_dated(name: str) -> None:
    sheet = SHEETS[name]()
    read = printed(sheet)
    catalogue = read.trailer["/Root"]
    assert bool(catalogue["/MarkInfo"]["/Marked"])
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"].startswith("en")
    assert read.metadata is not None
    assert read.metadata.title == sheet.title
    assert read.metadata.creation_date is not None
    assert read.metadata.creation_date.date() == DAY


def test_only_our_own_faces_are_in_the_file() -> None:
    fonts = [
        font.get_object()["/BaseFont"]
        for page in printed(handout(facts())).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"AtkinsonHyperlegibleNext", "YoungSerif"}


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_same_sheet_same_bytes(form: str) -> None:
    assert write(handout(facts()), form) == write(handout(facts()), form)  # type: ignore[arg-type]


@pytest.mark.parametrize(("exercises", "least"), [(HOME[:1], 14), (HOME[:3], 11.9), (HOME, 11), (SIX, 8.9)])
def test_body_is_large(exercises: tuple[str, ...], least: float) -> None:
    found = sizes(printed(handout(facts(exercises))).pages[0])
    largest_common = max(size for size, letters in found.items() if letters > 150)
    assert largest_common >= least


def test_small_type_stays_readable() -> None:
    for page in printed(handout(facts(SIX))).pages:
        assert min(size for size, letters in sizes(page).items() if letters > 40) >= 7.2


@given(
    st.lists(st.sampled_from(sorted(book().exercises)), min_size=1, max_size=6, unique=True),
    st.sampled_from(["a4", "letter"]),
)
@settings(max_examples=15, deadline=None)
def test_any_exercises_print_one_page_a_training(exercises: list[str], paper: Paper) -> None:
    sheet = handout(facts(verified=verified(composed(tuple(exercises)))))
    assert len(printed(sheet, paper).pages) == len(sheet.pages) == 4


def test_every_exercise_of_the_book_prints() -> None:
    names = sorted(book().exercises)
    for first in range(0, len(names), 24):
        some = [tuple(names[at : at + 6]) for at in range(first, min(first + 24, len(names)), 6)]
        sheet = handout(facts(verified=verified(composed(sessions=some))))
        assert len(printed(sheet).pages) == len(sheet.pages)


def test_too_much_for_a_page_is_drawn_smaller_as_a_whole() -> None:
    sheet = handout(facts(tuple(sorted(book().exercises)[:14])))
    assert len(printed(sheet).pages) == len(sheet.pages)


def test_html_needs_nothing_else() -> None:
    page = write(handout(facts()), "html").decode()
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert page.count("<h1") == 1
    assert "<script" not in page
    assert "http" not in page.replace('="http://www.w3.org/2000/svg"', "").replace(
        '="http://www.w3.org/1999/xlink"', ""
    )
    assert page.count("<section") == page.count("</section>") == len(handout(facts()).pages)


def kinds(node: pypdf.generic.PdfObject | None) -> set[str]:
    """Every kind of element in the structure tree of a file."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if one is not None else None
        if isinstance(one, pypdf.generic.ArrayObject):
            waiting += list(one)
        elif isinstance(one, pypdf.generic.DictionaryObject):
            found.add(str(one.get("/S", "")))
            waiting += [one["/K"]] if "/K" in one else []
    return found


def test_a_screen_reader_finds_headings_lists_and_tables() -> None:
    tree = printed(practitioner(facts())).trailer["/Root"]["/StructTreeRoot"]
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/THead", "/TH", "/TD"} <= kinds(tree)
