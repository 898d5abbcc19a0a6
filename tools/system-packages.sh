#!/bin/sh
# Debian packages that pip cannot bring: installed as root on Debian, named elsewhere.
set -eu
missing=""
for package in "$@"; do
  case $package in
    python3-venv) python3 -c 'import ensurepip' 2>/dev/null || missing="$missing $package" ;;
    bubblewrap) command -v bwrap >/dev/null || missing="$missing $package" ;;
    # Debian keeps the programs of each version in a folder of its own
    postgresql) find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | grep -q . || command -v initdb >/dev/null ||
      missing="$missing $package" ;;
    libseccomp2) find /lib /usr/lib /lib64 /usr/lib64 -maxdepth 2 -name 'libseccomp.so*' 2>/dev/null | grep -q . ||
      missing="$missing $package" ;;
    *) command -v "$package" >/dev/null || missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >/dev/null
else
  echo "make: missing$missing; install it with your system's packages (Debian: sudo apt-get install$missing)" >&2
  exit 2
fi
