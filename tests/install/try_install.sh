#!/usr/bin/env bash
# try_install.sh [PYTHON ...]: install and start Comillas every way the README names, each in a clean folder with an
# empty home, on each Python given (default: every python3.11 to python3.14 found). Not part of `make test`: it fetches
# the whole environment several times. Prints one line for each try and exits 1 if any failed.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Report one try: NAME, then the command; its output is shown only when it fails.
try() {
    local name=$1 log=$work/log started=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        printf 'ok      %4d s  %s\n' $((SECONDS - started)) "$name"
    else
        printf 'FAILED  %4d s  %s\n' $((SECONDS - started)) "$name"
        tail -n 20 "$log" | sed 's/^/        /'
        failed=1
    fi
}

# Run a command in a fresh clone, with an empty home, no display, and PYTHON first on the path.
fresh() {
    local python=$1 place
    shift
    place=$(mktemp -d -p "$work")
    git clone -q "$root" "$place/comillas" && mkdir "$place/bin" "$place/home" || return 1
    ln -s "$python" "$place/bin/python3"
    (cd "$place/comillas" && env -u DISPLAY -u WAYLAND_DISPLAY HOME="$place/home" UV_PYTHON="$python" \
        PATH="$place/bin:$PATH" PLACE="$place" ROOT="$root" "$@")
}

# What an installed `comillas` must do: know itself, find quotes, translate with the packages inside the wheel.
works='"$1" --version && "$1" quotes "$ROOT/resources/articles/es-librera.md" --json | grep -q "Consuelo Ibarra" &&
    echo "The river signs nothing." | "$1" translate --from en --to es | grep -qi "r[ií]o"'

pythons=("$@")
if [ ${#pythons[@]} = 0 ]; then
    for version in 3.11 3.12 3.13 3.14; do
        found=$(command -v "python$version") && "$found" -c '' 2>/dev/null && pythons+=("$found")
    done
fi
for python in "${pythons[@]}"; do
    python=$("$python" -c 'import sys; print(sys.executable)')
    label=$("$python" -c 'import platform; print("Python", platform.python_version())')
    try "$label: make run" fresh "$python" bash -c 'make run && test -s comillas.png'
    try "$label: make test" fresh "$python" make test
    try "$label: uv tool install" fresh "$python" bash -c '
        tools/setup.sh run && uv=$(command -v uv || echo .tools/bin/uv) &&
        UV_TOOL_DIR=$PLACE/tools UV_TOOL_BIN_DIR=$PLACE/tool-bin "$uv" tool install . --python "$UV_PYTHON" \
            --overrides resources/desktop/overrides.txt && cd / && set -- "$PLACE/tool-bin/comillas" && '"$works"
    try "$label: the wheel alone" fresh "$python" bash -c '
        tools/setup.sh run && uv=$(command -v uv || echo .tools/bin/uv) && "$uv" build -q --wheel -o "$PLACE/dist" . &&
        "$uv" venv -q --python "$UV_PYTHON" "$PLACE/venv" && "$uv" pip install -q --python "$PLACE/venv/bin/python" \
            --overrides resources/desktop/overrides.txt "$PLACE"/dist/*.whl &&
        rm -rf "$PLACE/comillas" && cd / && set -- "$PLACE/venv/bin/comillas" && '"$works"
    if [ -n "${COMILLAS_TRY_PIP:-}" ]; then # several gigabytes: stanza, torch and what they bring
        try "$label: pip install ." fresh "$python" bash -c '
            "$UV_PYTHON" -m venv "$PLACE/venv" && "$PLACE/venv/bin/pip" install -q . && cd / &&
            set -- "$PLACE/venv/bin/comillas" && '"$works"
    fi
done
exit $failed
