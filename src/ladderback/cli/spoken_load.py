"""The load of a posture in words: for practitioners, so newtons stand beside the ratio."""

from __future__ import annotations

from typing import Any

from ladderback.evidence import book


def load(answer: dict[str, Any]) -> str:
    """The load first as a ratio and a band, then how it comes about, then the posture as it was solved."""
    disc, solved = answer["l4l5"], answer["posture_solved"]
    band = book().tables["load_bands"][disc["band"]].cells["plain"]
    moment = disc["moment_nm"]
    lines = [
        f"\n{disc['ratio_to_standing']:.1f} times this person's own standing "
        f"(somewhere from {disc['ratio_low']:.1f} to {disc['ratio_high']:.1f}): {band}",
        f"  L4/5: compression {disc['compression_n']} N, shear {disc['shear_n']} N; "
        f"own standing {disc['standing_compression_n']} N",
        f"  moment: flexion {moment['flexion']} N m, to the right {moment['lateral']} N m, "
        f"turning right {moment['rotation']} N m",
        f"  one lever per direction says {disc['compression_one_lever_n']} N; "
        f"hardest muscle at {disc['activation']:.0%}",
        f"  trunk leans {solved['trunk_inclination_deg']:.0f} deg; low back bent {solved['lumbar_flexion_deg']:.0f}, "
        f"to the right {solved['lumbar_lateral_deg']:.0f}, turned {solved['lumbar_rotation_deg']:.0f} deg",
    ]
    for name in ("hip_flexion", "knee_flexion", "shoulder_flexion", "elbow_flexion"):
        both = solved[f"{name}_deg"]
        lines.append(f"  {name.replace('_', ' ')}: left {both['left']:.0f}, right {both['right']:.0f} deg")
    lines += [f"  missed: {name.replace('_', ' ')} by {off:+.0f} deg" for name, off in solved["missed_deg"].items()]
    lines += [
        f"  look twice: {gate['gate']} {gate['value']:g} {gate['unit']} {gate['where'].replace('_', ' ')} "
        f"(allowed {gate['most']:g})"
        for gate in answer["gates"]
    ]
    if disc["unmet_moment_nm"] >= 1:
        unmet = disc["unmet_moment_nm"]
        lines.append(f"  the muscles of this body cannot meet {unmet} N m of it: the load is at least this")
    lines.append("  A calculation from proposed numbers, not a measurement (docs/safety/load_against_measurements.md).")
    return "\n".join(lines) + "\n"
