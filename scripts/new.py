"""Make a new bulletin in both languages: `python scripts/new.py --help`."""

from bulletin import program
from bulletin.desk import new

if __name__ == "__main__":
    program.main(new.parser(), new.new)
