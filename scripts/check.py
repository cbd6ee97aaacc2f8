"""Check that both languages of the content say the same: `python scripts/check.py --help`."""

from bulletin import desk, program

if __name__ == "__main__":
    program.main(desk.check_parser(), desk.check)
