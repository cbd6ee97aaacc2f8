"""Record that translations match their sources: `python scripts/accept.py --help`."""

from bulletin import program
from bulletin.desk import accept

if __name__ == "__main__":
    program.main(accept.parser(), accept.accept)
