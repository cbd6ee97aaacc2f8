"""The pictures of the demo province, drawn by code: `python -m draw` beside this folder writes every cover.svg.

`ink` holds paper, colours and the few shapes all else is made of; `sky`, `land`, `water`, `plants`, `boats`, `port`,
`houses`, `people` and `things` hold the motifs; `scenes` composes them, one function for each picture; `covers` says
which picture belongs to which bulletin. Each imports only those named before it.
"""
