"""Put a built site before readers on a server of one's own: `python scripts/publish.py --help`."""

from bulletin import program
from bulletin.job import publish
from bulletin.publish import PublishError

if __name__ == "__main__":
    program.main(publish.parser(), publish.publish, told=(PublishError,))
