"""The moving sheet: one figure fades from key pose to key pose; who wants no motion sees them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from ladderback.body.picture.paths import number
from ladderback.body.picture.sheet import INK, LINES, PAD, Picture, caption_row, framed, heading

_SECONDS = 2.4  # how long one key pose stays
_FADE = 0.16  # share of that time in which it comes and goes
_FOOT, _LEAST = 58.0, 420.0


def moving_sheet(
    pictures: Sequence[Picture], captions: Sequence[str], name: str, title: str, telling: str, headed: bool
) -> str:
    """One card in which the key poses follow each other."""
    left, top = min(one.box[0] for one in pictures), min(one.box[1] for one in pictures)
    right, bottom = max(one.box[2] for one in pictures), max(one.box[3] for one in pictures)
    wide, tall = max(right - left + 36, _LEAST), bottom - top + 30 + _FOOT
    head = 54.0 if headed else PAD
    parts = []
    for index, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        dx = PAD + (wide - (right - left)) / 2 - left
        moved = f"translate({number(dx)} {number(head + 15 - top)})"
        parts.append(
            f'<g class="{name}-p {name}-p{index}"><g transform="{moved}" {LINES}>'
            f"{picture.markup}</g>{caption_row(caption, index + 1, PAD + 14, head + tall - _FOOT + 6, wide - 58)}</g>"
        )
    card = (
        f'<rect x="{PAD:g}" y="{number(head)}" width="{number(wide)}" height="{number(tall)}" rx="18" fill="#fff" '
        'stroke="#e4ded2" stroke-width="1.5"/>'
    )
    inside = (heading(title) if headed else "") + card + "".join(parts)
    size = (wide + 2 * PAD, head + tall + PAD)
    return framed(name, *size, title, telling, inside, _style(name, len(pictures), size, head))


def _style(name: str, count: int, size: tuple[float, float], head: float) -> str:
    """Each pose is seen in its share of the round; without motion the poses stand side by side, smaller."""
    whole, share = _SECONDS * count, 100 / count
    fade = share * _FADE
    frames = (
        f"@keyframes {name}-f{{0%{{opacity:0}}{fade:.1f}%,{share:.1f}%{{opacity:1}}"
        f"{share + fade:.1f}%,100%{{opacity:0}}}}"
        if count > 1
        else ""
    )
    moves = f".{name}-p{{opacity:0;animation:{name}-f {whole:g}s linear infinite}}" if count > 1 else ""
    late = "".join(f".{name}-p{i}{{animation-delay:{i * _SECONDS - whole:g}s}}" for i in range(count))
    small = 1 / count
    still = "".join(
        f".{name}-p{i}{{transform:translate({PAD + (size[0] - 2 * PAD) * i / count:.1f}px,"
        f"{head + (size[1] - head) * (1 - small) / 2:.1f}px) "
        f"scale({small:.3f}) translate({-PAD:g}px,{-head:.1f}px)}}"
        for i in range(count)
    )
    calm = f"@media (prefers-reduced-motion:reduce){{.{name}-p{{opacity:1;animation:none}}{still}}}"
    return f"<style>{escape(frames + moves + late + calm)}</style>"


__all__ = ["INK", "moving_sheet"]
