"""Let a finding at one place pass until a day: `python scripts/waive.py --help`."""

from bulletin import program
from bulletin.desk import waive

if __name__ == "__main__":
    program.main(waive.parser(), waive.waive)
