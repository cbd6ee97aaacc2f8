"""Record the addresses of the published site in urls.lock; for the publishing job alone."""

from bulletin import cli

if __name__ == "__main__":
    cli.main(cli.record_parser(), cli.record)
