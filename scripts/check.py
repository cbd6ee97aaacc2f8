"""Check that both languages of the content say the same: `python scripts/check.py --help`."""

from bulletin import program
from bulletin.desk import check

if __name__ == "__main__":
    program.main(check.parser(), check.check)
