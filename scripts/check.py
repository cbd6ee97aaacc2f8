"""Check that both languages of the content say the same: `python scripts/check.py --help`."""

from bulletin import cli, desk

if __name__ == "__main__":
    cli.main(desk.check_parser(), desk.check)
