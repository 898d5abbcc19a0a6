"""How these tests build sites."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXTRA_PAGES = ("rich", "references", "explorables", "glossary")
#: what `make pyodide` has fetched
PYODIDE = ROOT / "_build" / "pyodide"


def build(root: Path, *options: str) -> subprocess.CompletedProcess:
    """Build the site of the course at ``root`` as an author does."""
    command = [Path(sys.executable).with_name("jupyter-book"), "build", root, "-W", "--keep-going"]
    environment = os.environ | {"AUTOGRADER_COURSE": str(root), "NO_COLOR": "1"}
    return subprocess.run(
        [*map(str, command), *options], capture_output=True, text=True, env=environment
    )


def make_small_site(root: Path, extra_pages: tuple[str, ...] = EXTRA_PAGES) -> Path:
    """Give the small course what the course's own configuration names, and more pages."""
    config = (ROOT / "_config.yml").read_text()
    own_folder = re.sub("(?<=course_pyodide_url: ).*", "pyodide", config)
    (root / "_config.yml").write_text(own_folder)
    shutil.copytree(ROOT / "chapters" / "_static", root / "chapters" / "_static")
    shutil.copy(ROOT / "chapters" / "references.bib", root / "chapters")
    for name in extra_pages:
        shutil.copy(HERE / f"{name}.md", root / "chapters")
    toc = yaml.safe_load((root / "_toc.yml").read_text())
    toc["chapters"] += [{"file": f"chapters/{name}"} for name in extra_pages]
    (root / "_toc.yml").write_text(yaml.safe_dump(toc))
    return root


@contextmanager
def serving(folder: Path):
    """Serve ``folder`` on this machine alone, and Pyodide inside it; gives the address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def translate_path(self, path):
            inside = re.fullmatch(r"/pyodide/([\w.-]+)", path)
            return str(PYODIDE / inside[1]) if inside else super().translate_path(path)

    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
