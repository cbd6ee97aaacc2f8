"""Make a new bulletin in both languages: `python scripts/new.py --help`."""

from bulletin import cli, desk

if __name__ == "__main__":
    cli.main(desk.new_parser(), desk.new)
