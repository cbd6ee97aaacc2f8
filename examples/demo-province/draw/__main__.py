"""Draw every picture of the demo again: `cd examples/demo-province && python -m draw`."""

from pathlib import Path

from draw.covers import COVERS

DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> None:
    for bulletin, draw in COVERS.items():
        (DOCS / bulletin / "cover.svg").write_text(draw(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
