#!/usr/bin/env bash
# Collect the texts of the interface into resources/translations/*.ts and compile them to *.qm.
# After it, translate what tests/qt/test_translations.py lists (pyside6-linguist opens the .ts), and run it again.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="${VENV:-.venv}/bin"
mapfile -t sources < <(find reader -name '*.py' | sort)
collect=("$bin/pyside6-lupdate" "${sources[@]}" -silent -no-obsolete -locations none -source-language en)
"${collect[@]}" -target-language es -ts resources/translations/comillas_es.ts
"${collect[@]}" -target-language en -pluralonly -ts resources/translations/comillas_en.ts
for name in comillas_en comillas_es qt_es; do  # qt_es is written by hand
  "$bin/pyside6-lrelease" -silent "resources/translations/$name.ts" -qm "resources/translations/$name.qm"
done
