"""Make a new bulletin in both languages: `python scripts/new.py --help`."""

from bulletin import desk, program

if __name__ == "__main__":
    program.main(desk.new_parser(), desk.new)
