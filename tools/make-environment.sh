#!/bin/sh
# Make .venv hold exactly what requirements.lock pins, and this package.
set -eu
PYTHON=${PYTHON:-python3}

command -v "$PYTHON" >/dev/null || {
  echo "make: $PYTHON is not installed; install Python 3.11, 3.12 or 3.13, or say make PYTHON=/path/to/it" >&2
  exit 2
}
"$PYTHON" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || {
  echo "make: $PYTHON is $("$PYTHON" -V), and the course needs Python 3.11, 3.12 or 3.13; say make PYTHON=/path/to/it" >&2
  exit 2
}
# also where making it was interrupted: pip is the last that comes in
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  # Debian ships Python without ensurepip
  "$PYTHON" -c 'import ensurepip' 2>/dev/null || sh tools/system-packages.sh python3-venv
  "$PYTHON" -m venv .venv
fi
# uv, of the pinned version, installs the rest several times faster than pip
pin=$(mktemp)
trap 'rm -f "$pin"' EXIT
sed -n '/^uv==/,/[^\\]$/p' requirements.lock >"$pin"
echo "installing the packages of requirements.lock into .venv (the first time takes a minute)"
.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r "$pin"
.venv/bin/uv pip sync -q --compile-bytecode --python .venv/bin/python --require-hashes requirements.lock
.venv/bin/uv pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
