"""Show the site on this machine while it is written: `python scripts/serve.py --help`."""

from bulletin import cli

if __name__ == "__main__":
    cli.main(cli.serve_parser(), cli.serve)
