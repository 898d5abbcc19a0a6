"""A built site as readers get it: served with gzip on this machine, and Chromium to open it in."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
SITE = ROOT / "_build" / "html"
PACKED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".ipynb", ".txt", ".xml"}


def parts(root: Path = ROOT) -> list[tuple[str, list[str]]]:
    """The pages of the site in the order of ``_toc.yml``, by part; the front page comes first."""
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    found = [("", [toc["root"]])]
    for part in toc.get("parts", [toc]):
        found.append((part.get("caption", ""), [one["file"] for one in part["chapters"]]))
    return found


def addresses(root: Path = ROOT, site: Path = SITE) -> list[str]:
    """Every page of the table of contents that is in the built site."""
    names = [f"{name}.html" for _, names in parts(root) for name in names]
    return [name for name in names if (site / name).is_file()]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends text packed, as servers on the Internet do."""

    def log_message(self, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            return super().do_GET()
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        if b"Cache-Control" not in b"".join(getattr(self, "_headers_buffer", [])):
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


class Server(http.server.ThreadingHTTPServer):
    """Says nothing when a browser has closed a page before all of it came."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(site: Path = SITE) -> Iterator[str]:
    """Serve ``site`` on this machine alone; gives its address."""
    handler = functools.partial(Handler, directory=str(site))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Any]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        raise SystemExit("no Chromium: `apt-get install chromium`, or set CHROMIUM to its path")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=quiet)
        yield browser
        browser.close()
