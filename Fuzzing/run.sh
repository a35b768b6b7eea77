#!/usr/bin/env bash
# Coverage-guided fuzzing of a reader, with libFuzzer and AddressSanitizer. Fuzzing/README.md.
#
#   Fuzzing/run.sh READER [SECONDS] [options of libFuzzer]
set -euo pipefail
reader=${1:?csv, xlsx, sheet, programme, json, orlib, dimacs, npy or npz}
seconds=${2:-300}
shift $(($# > 1 ? 2 : 1))
cd "$(dirname "$0")/.."
build=.build/fuzzing

NASTAVNIK_FUZZING=1 swift build -c release --disable-default-traits --scratch-path "$build" \
  --product FuzzedReadersArchive -Xswiftc -sanitize=fuzzer,address
maps=()
for map in Sources/*/module.modulemap "$build"/checkouts/{Yams,swift-crypto}/Sources/*/include/module.modulemap
do maps+=(-Xcc "-fmodule-map-file=$map"); done
swiftc -swift-version 6 -O -parse-as-library -use-ld=lld -sanitize=fuzzer,address \
  -I "$build/release/Modules" "${maps[@]}" \
  Fuzzing/Fuzzer/Fuzzer.swift "$build/release/libFuzzedReadersArchive.a" \
  -lzip -lexpat -lxlsxwriter -lstdc++ -o "$build/Fuzzer"

mkdir -p "$build/corpus/$reader"
folders=("$build/corpus/$reader" "Fuzzing/seeds/$reader")
case $reader in
  csv) further=(datasets/hostile/*.csv) ;;
  xlsx) further=(datasets/hostile/*.xls? datasets/foreign-workbooks/*.xlsx) ;;
  programme) further=(datasets/*/programme.yaml) ;;
  npy | npz) further=(Tests/InstanceIOTests/Fixtures/*."$reader") ;;
  *) further=() ;;
esac
if ((${#further[@]})); then
  rm -rf "$build/seeds/$reader" && mkdir -p "$build/seeds/$reader"
  for file in "${further[@]}"; do
    # Large seeds are slow, and what they hold small ones hold, too.
    (($(stat -c %s "$file") <= 12288)) || continue
    cp "$file" "$build/seeds/$reader/$(basename "$(dirname "$file")")-$(basename "$file")"
  done
  folders+=("$build/seeds/$reader")
fi
words=()
[[ -f Fuzzing/dictionaries/$reader.dict ]] && words=("-dict=Fuzzing/dictionaries/$reader.dict")

# What Swift keeps for the life of the process is no leak.
NASTAVNIK_FUZZED=$reader ASAN_OPTIONS=detect_leaks=0 "$build/Fuzzer" -max_total_time="$seconds" \
  -timeout=20 -max_len=12288 -rss_limit_mb=4096 -artifact_prefix="$build/$reader-" "${words[@]}" "$@" \
  "${folders[@]}"
rm -rf /dev/shm/nastavnik-fuzz-*
