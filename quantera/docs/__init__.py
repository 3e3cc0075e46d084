"""The documentation: pages that are written, pages that are generated, and blocks that are run.

`python -m quantera.docs` writes the generated pages, `--check` compares them with what the
contracts, the catalogues and the tests say. `python -m quantera.docs.desk` furnishes running local
chains with what the pages' commands need. The tests run every block of every page.
"""
