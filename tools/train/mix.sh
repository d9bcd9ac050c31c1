#!/usr/bin/env bash
# mix.sh WORK INTO OUT PROSE WORDS: the text of a version's long runs as token ids, the other weights as last used.
#
# WORK holds spm.model, parallel.tsv.xz and what HISTORY.md's commands for 0.11 make of it: words.xz (words.py), written.xz
# (of the kinds wprose and wwords), glossary_INTO.xz and seldom_INTO.xz (swap.py with --glossary-only, and without),
# fluent_INTO.xz (back.py, then rare.py). INTO is en or es. PROSE and WORDS are the weights of what we wrote ourselves: 18
# and 9 for 0.11, which is too much for what is there now.
set -eu
work=$1 into=$2 out=$3 prose=$4 words=$5
here=$(cd "$(dirname "$0")" && pwd)
case $into in es) vary=0.15 ;; en) vary=0.12 ;; esac

"${COMILLAS_TRAIN_PYTHON:-python3}" "$here/corpus.py" "$work/spm.model" "$out" --into "$into" --strung 0.3 --vary $vary \
    --parallel "$work/parallel.tsv.xz" --parallel "$work/words.xz" --parallel "$work/written.xz" \
    --parallel "$work/glossary_$into.xz" --parallel "$work/seldom_$into.xz" --others 0.06 \
    --emphasise "wprose=$prose" "wwords=$words" words=0.4 swapped=0.7 \
    news_train_human_0811=0.5 europarl_small=0.41 globalvoices-aym-pivot=0.5 tico19=0.41 mtgeneval=0.5 esxnli=0.46 \
    flores_dev=0.58 ud_pud=0.58 xquad=0.46 stsb_deepl=0.35 opensource_guide=0.35 open-data-handbook=0.35 umbrella_es=0.23 \
    umbrella-security=0.23 debian-news=0.23 programming_historian=0.23 gov-us-misc=0.23 ropensci-blog=0.23 iso-names=0.23 \
    udhr=0.23 tatoeba_spaeng=0.16 tatoeba_test=0.16 --fluent-"$into" "$work/fluent_$into.xz=0.6"
