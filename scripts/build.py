"""Check the content and build the site: `python scripts/build.py --help`."""

from bulletin import cli

if __name__ == "__main__":
    cli.main(cli.build_parser(), cli.build)
