"""Record that somebody approves a text: `python scripts/approve.py --help`."""

from bulletin import program
from bulletin.desk import approve

if __name__ == "__main__":
    program.main(approve.parser(), approve.approve)
