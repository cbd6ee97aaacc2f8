"""Record that translations match their sources: `python scripts/accept.py --help`."""

from bulletin import desk, program

if __name__ == "__main__":
    program.main(desk.accept_parser(), desk.accept)
