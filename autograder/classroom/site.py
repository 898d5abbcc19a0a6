"""The book as one class sees it: without hidden chapters, with the solutions that it may see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import yaml

from autograder.classroom.settings import Settings
from autograder.course import Course
from autograder.course.errors import read_text
from autograder.errors import UserError
from autograder.files import write_text
from autograder.release.classroom import Classroom

CONFIG = "_config.yml"
SITE = "site"  #: its folder in the class folder
CACHE = Path("_build", ".jupyter_cache")  #: of the course: what `make site` has run is not run anew


def build_site(course: Course, classroom: Classroom, settings: Settings) -> Path:
    """Build the site of a class with Jupyter Book, which says what it does; returns its folder.

    Raises :class:`UserError` where the course has no site, and where it cannot be built.
    """
    config = _config_for(course, settings)
    path = classroom.state / "site_config.yml"
    write_text(path, yaml.safe_dump(config, sort_keys=False, allow_unicode=True))
    folder = classroom.folder / SITE
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(course.root)]
    command += ["--config", str(path), "--path-output", str(folder), "-W", "--keep-going"]
    environment = os.environ | {"AUTOGRADER_COURSE": str(course.root)}
    try:
        # the site is for everybody, wherever it is copied to
        built = subprocess.run(command, env=environment, umask=0o022)
    except FileNotFoundError as error:
        raise UserError("Jupyter Book is not installed; it is in: pip install '.[book]'") from error
    if built.returncode:
        raise UserError(f"the site of {classroom.folder} cannot be built; the reason stands above")
    return folder / "_build" / "html"


def _config_for(course: Course, settings: Settings) -> dict:
    """The configuration of the course's site, with what the class decided."""
    path = course.root / CONFIG
    if not path.exists():
        raise UserError(f"{course.root} has no {CONFIG}, so it has no site")
    try:
        config = yaml.safe_load(read_text(path)) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UserError(f"{path} is not valid YAML, so there is no site") from error
    if not isinstance(config, dict):
        raise UserError(f"{path} is no table of settings, so there is no site")
    own = config.setdefault("sphinx", {}).setdefault("config", {})
    own["course_hidden"] = sorted(settings.hidden)
    own["course_solutions_shown"] = sorted(settings.solutions_shown - settings.hidden)
    execute = config.setdefault("execute", {})
    execute.setdefault("cache", str(course.root / CACHE))
    return config
