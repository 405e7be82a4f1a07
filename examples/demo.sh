#!/bin/sh
# The whole way of one person, step by step, with the commands a practitioner would type.
set -eu
cd "$(dirname "$0")/.."
case=examples/cases/socks_hip_flexion.toml
journal=examples/journals/socks_hip_flexion.jsonl
mkdir -p out
step() { printf '\n\n=== %s\n$ %s\n' "$1" "$2"; sh -c "$2"; }

step "1. May we train today?" "ladderback triage $case"
step "2. What did we find, and what do we work on?" "ladderback assess $case"
step "3. Twelve weeks, checked by a second pair of eyes, and the handout for the client" \
  "ladderback plan $case --pdf out/handout.pdf --html out/handout.html"
ladderback plan $case --json > out/plan.json
step "4. The ladder to their own task, by the load on this spine" "ladderback ladder $case"
step "5. The load of one posture, and the picture of a movement" \
  "ladderback load examples/postures/sitting_slouched_backrest.toml && ladderback figure put_on_socks --case $case -o out/socks.svg"
step "6. The second pair of eyes reads it again, from the file" "ladderback verify out/plan.json $case"
step "7. Some days later: today's session, changed by how it went" "ladderback today $case $journal"
step "8. Has it helped?" "ladderback review $case $journal"
printf '\n\nThe handout is in %s\n' "$(pwd)/out/handout.pdf"
