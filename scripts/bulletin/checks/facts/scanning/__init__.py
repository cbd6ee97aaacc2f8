"""What every language shares: a text is read word by word, and what begins with a digit by its form.

`passage` is the text; on it stand `units` → `amounts` → `money`, `ratios`; `years` → `numbers`, `dates`; `times`, `phones`, `codes`; `digits` asks
them in turn. `romans`, `neighbours`, `compounds` and `ellipses` need no digits. `scanner` puts all together for the languages.
"""
