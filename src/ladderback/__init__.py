"""Ladderback: medical exercise training for low back pain."""
