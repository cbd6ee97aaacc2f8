"""Show the site on this machine while it is written: `python scripts/serve.py --help`."""

from bulletin import program
from bulletin.preview.serve import serve, serve_parser

if __name__ == "__main__":
    program.main(serve_parser(), serve)
