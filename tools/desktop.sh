#!/usr/bin/env bash
# Put Comillas into the desktop's menu and file associations for this user, or take it out again.
# Usage: tools/desktop.sh install|remove [COMMAND]   (COMMAND: what to start, "comillas" when it is on the PATH)
set -euo pipefail
cd "$(dirname "$0")/.."
share="${XDG_DATA_HOME:-$HOME/.local/share}"
action="${1:-install}"
command="${2:-$(command -v comillas || echo "$PWD/.venv/bin/comillas")}"
entry="$share/applications/comillas.desktop"
icon="$share/icons/hicolor/scalable/apps/comillas.svg"
about="$share/metainfo/alt.comillas.reader.metainfo.xml"
case "$action" in
  install)
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$about")"
    while IFS= read -r line; do  # not sed: a path may hold any character
      if [[ $line == Exec=* ]]; then
        printf 'Exec="%s" %%U\n' "$command"
      else
        printf '%s\n' "$line"
      fi
    done <resources/desktop/comillas.desktop >"$entry"
    cp resources/icons/comillas.svg "$icon"
    cp resources/desktop/comillas.metainfo.xml "$about"
    ;;
  remove) rm -f "$entry" "$icon" "$about" ;;
  *)
    echo "usage: tools/desktop.sh install|remove [COMMAND]" >&2
    exit 2
    ;;
esac
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || true; fi
echo "$action: $entry"
