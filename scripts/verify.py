"""Verify a built site before it is published: `python scripts/verify.py --help`."""

from bulletin import program
from bulletin.job import verify
from bulletin.publish import PublishError

if __name__ == "__main__":
    program.main(verify.parser(), verify.verify, told=(PublishError,))
