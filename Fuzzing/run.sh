#!/bin/sh
# Coverage-guided fuzzing of a reader, with libFuzzer.
#
#   Fuzzing/run.sh csv|xlsx|programme|instance [SECONDS] [options of libFuzzer]
#
# Starts from Fuzzing/seeds/READER; what it learns stays in .build/fuzzing/corpus/READER, and bytes
# that crash a reader in .build/fuzzing/crash-*. Try such a file again with
#   .build/fuzzing/release/Fuzzer READER FILE
# and keep it as a test beside the reader's other tests.
set -eu
reader=${1:?csv, xlsx, programme or instance}
seconds=${2:-300}
[ $# -gt 2 ] && shift 2 || shift $#
cd "$(dirname "$0")/.."
build=.build/fuzzing
NASTAVNIK_FUZZING=1 swift build -c release --disable-default-traits --scratch-path "$build" \
  --product Fuzzer -Xswiftc -sanitize=fuzzer
mkdir -p "$build/corpus/$reader"
"$build/release/Fuzzer" "$reader" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
  -artifact_prefix="$build/crash-" "$@" "$build/corpus/$reader" "Fuzzing/seeds/$reader"
rm -rf /dev/shm/nastavnik-fuzz-*
