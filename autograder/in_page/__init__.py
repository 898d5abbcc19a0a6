"""Check an answer in the page where it is typed: the cells of a chapter, run in a reader's browser.

Pyodide runs this, and of what notebooks import NumPy alone is there at first.
"""
