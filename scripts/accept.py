"""Record that translations match their sources: `python scripts/accept.py --help`."""

from bulletin import cli, desk

if __name__ == "__main__":
    cli.main(desk.accept_parser(), desk.accept)
