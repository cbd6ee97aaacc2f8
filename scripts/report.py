"""Make the translation dashboard for editors: `python scripts/report.py --help`."""

from bulletin import program
from bulletin.desk import report

if __name__ == "__main__":
    program.main(report.parser(), report.report)
