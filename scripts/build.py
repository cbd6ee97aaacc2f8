"""Check the content and build the site: `python scripts/build.py --help`."""

import sys

from bulletin.making.stamp import told_again

if __name__ == "__main__" and not told_again(sys.argv[1:]):
    from bulletin import cli

    cli.main(cli.build_parser(), cli.build)
