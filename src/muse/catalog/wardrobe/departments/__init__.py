"""The tables of the taxonomy, one for each department.

A heading `# shelf | patterns | colours | materials` gives what its rows share. A row is
`category | silhouette | noun | weight | price range | narrowed details and overrides`; an indented line goes on.
"""
