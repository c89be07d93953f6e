#!/bin/sh
# Pin requirements.in and requirements-test.in, with all they bring, into the two .lock files.
set -eu
venv=$(mktemp -d)
trap 'rm -rf "$venv"' EXIT
"${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/pip" install --quiet --upgrade pip
pins() { # a local build tag (+cpu) names one machine's wheel; the version alone names the release
    "$venv/bin/pip" freeze --exclude pip --exclude setuptools --exclude wheel | sed 's/+cpu$//' | LC_ALL=C sort -f
}
"$venv/bin/pip" install --quiet --requirement requirements.in
{ echo "# Made by 'make lock' from requirements.in. Do not edit."; pins; } > requirements.lock
"$venv/bin/pip" install --quiet --requirement requirements-test.in --constraint requirements.lock
{ echo "# Made by 'make lock' from requirements-test.in. Do not edit."; pins | grep -vxFf requirements.lock; } > requirements-test.lock
