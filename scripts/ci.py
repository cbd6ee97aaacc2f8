"""Do on this machine what the workflows do: `python scripts/ci.py --help`."""

from bulletin import program
from bulletin.job import ci

if __name__ == "__main__":
    program.main(ci.parser(), ci.ci)
