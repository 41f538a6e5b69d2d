"""Plain text tables for terminals and logs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOT_GIVEN = "-"
Cell = str | int | float | None


def show(cell: Cell, digits: int = 3) -> str:
    """A cell as it is printed; None, a figure that does not exist, is a dash."""
    if cell is None:
        return NOT_GIVEN
    return f"{cell:.{digits}f}" if isinstance(cell, float) else str(cell)


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], digits: int = 3) -> str:
    """Lines of aligned columns: the first to the left, the others, which are figures, to the right."""
    cells = [list(head), *([show(cell, digits) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in cells)


def title(text: str) -> str:
    """A section's heading."""
    return f"\n{text}\n{'=' * len(text)}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    return "  ".join([first, *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))]).rstrip()
