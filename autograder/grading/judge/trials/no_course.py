"""Property: the course cannot be seen.
Tried: open its files; look for a chapter's solutions everywhere.
"""

import os


def got(course: str, mark: str) -> str:
    for name in ("_toc.yml", "chapters", "solutions"):
        if os.path.exists(f"{course}/{name}"):
            return f"{course}/{name}"
    for place, folders, files in os.walk("/"):
        if {"reference.py", "mistakes.py"} <= set(files):
            return place
        folders[:] = set(folders) - {"usr", "lib", "proc", "sys"}
    return ""
