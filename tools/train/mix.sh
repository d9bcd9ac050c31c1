#!/usr/bin/env bash
# mix.sh WORK INTO OUT TRANSLATED PROSE WORDS: a version's text as token ids, the other weights as last used.
#
# WORK holds spm.model, parallel.tsv.xz and what HISTORY.md's commands make of it: words.xz (words.py), written.xz (of the
# kinds wprose and wwords), translated.xz (gather.py), glossary_INTO.xz and seldom_INTO.xz (swap.py with --glossary-only,
# and without), fluent_INTO.xz (back.py, then rare.py). INTO is en or es. The last three are weights: of the sentences that
# translators translated, and of the prose and the words that we wrote ourselves. 0.12 had 10, 1.5 and 1.5.
set -eu
work=$1 into=$2 out=$3 translated=$4 prose=$5 words=$6
here=$(cd "$(dirname "$0")" && pwd)
case $into in es) vary=0.1 fluent=0.3 ;; en) vary=0.08 fluent=0.8 ;; esac

"${COMILLAS_TRAIN_PYTHON:-python3}" "$here/corpus.py" "$work/spm.model" "$out" --into "$into" --strung 0.3 --vary $vary \
    --parallel "$work/parallel.tsv.xz" --parallel "$work/words.xz" --parallel "$work/written.xz" \
    --parallel "$work/translated.xz" --parallel "$work/glossary_$into.xz" --parallel "$work/seldom_$into.xz" --others 0.01 \
    --emphasise "from_en=$translated" "from_es=$translated" "wprose=$prose" "wwords=$words" words=0.2 swapped=0.25 \
    news_train_human_0811=1.4 europarl_small=0.4 globalvoices-aym-pivot=1.5 tico19=1 mtgeneval=1 esxnli=1 flores_dev=2.2 \
    ud_pud=2.2 xquad=1 stsb_deepl=0.2 opensource_guide=0.3 open-data-handbook=0.3 umbrella_es=0.15 umbrella-security=0.15 \
    debian-news=0.15 programming_historian=0.15 gov-us-misc=0.15 ropensci-blog=0.15 iso-names=0.15 udhr=0.15 \
    tatoeba_spaeng=0.1 tatoeba_test=0.1 --fluent-"$into" "$work/fluent_$into.xz=$fluent"
