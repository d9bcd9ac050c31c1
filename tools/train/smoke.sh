#!/usr/bin/env bash
# smoke.sh OUT: trains a toy model for a minute, exports it, has it translate back, and has the program translate
# sentences it never saw.
# COMILLAS_TRAIN_PYTHON is an interpreter with what requirements.txt names. Fails when fewer than half come out right.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${COMILLAS_TRAIN_PYTHON:-python3}
out=$(mkdir -p "$1" && cd "$1" && pwd)
spm=$(ls "$here"/../../resources/models/translate-en_es-*/sentencepiece.model)

"$python" "$here/toy.py" "$out"
"$python" "$here/corpus.py" "$spm" "$out/corpus.npz" --parallel "$out/pairs.tsv.xz" --vary 0.1 --strung 0.2
"$python" "$here/train.py" "$out/corpus.npz" "$out/toy.pt" --lean "$out/lean.pt" --dev "$out/corpus.npz" --steps 300 --warm-up 50 --threads 1 \
    --tokens 512 --sample 2000 --adam 0.005 --width 64 --heads 4 --feed-forward 128 --encoder-layers 2 --decoder-layers 1
"$python" "$here/deepen.py" "$out/lean.pt" "$out/deep.pt" --encoder-layers 3
"$python" "$here/export.py" "$out/deep.pt" "$spm" en es "$out/package" --version 0.0
"$python" "$here/choose.py" "$spm" "$out/held_out.en" "$out/held_out.en" "$out/chosen.en" --lines 10
"$python" "$here/back.py" "$out/package" "$out/chosen.en" "$out/back.tsv.xz" --rough es
"$python" "$here/rare.py" "$out/pairs.tsv.xz" "$out/rare.tsv.xz" --fluent en --rough "$out/back.tsv.xz" --back "$out/back.tsv.xz"
"$python" "$here/nearest.py" "$out/package" "$out/pairs.tsv.xz" "$out/near.tsv.xz" --into es
"$python" "$here/rate.py" "$out/package" "$out/pairs.tsv.xz" "$out/rated.tsv.xz" --into es
"$python" "$here/corpus.py" "$spm" "$out/more.npz" --fluent-en "$out/back.tsv.xz" --fluent-en "$out/rare.tsv.xz" \
    --fluent-es "$out/near.tsv.xz" --rated-es "$out/rated.tsv.xz"
"$python" "$here/train.py" "$out/more.npz" "$out/rated.pt" --resume "$out/deep.pt" --steps 3 --threads 1 --tokens 512
if [ -d /usr/share/apertium/apertium-eng-spa ]; then # as words.py needs it
    printf '%s\n' house donkey wheat > "$out/words.en"
    printf '%s\n' casa burro trigo jardín > "$out/words.es"
    "$python" "$here/swap.py" "$out/pairs.tsv.xz" "$out/swapped.tsv.xz" --lists "$out/words.en" "$out/words.es"
    xzgrep -q . "$out/swapped.tsv.xz" # of thousands of rare words, any
fi
cd "$here/../.."
.venv/bin/python -m reader translate --from en --to es --package "$out/package" < "$out/held_out.en" > "$out/given.es"
paste -d '|' "$out/held_out.es" "$out/given.es" |
    awk -F '|' '{ right += $1 == $2 } END { print right " of " NR " right"; exit right * 2 < NR }'
