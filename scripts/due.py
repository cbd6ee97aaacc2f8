"""Tell a schedule whether there is anything to publish; needs nothing installed: `python scripts/due.py --help`."""

from bulletin import program
from bulletin.job import due

if __name__ == "__main__":
    program.main(due.parser(), due.due)
