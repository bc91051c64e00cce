#!/bin/sh
# archive.sh JAVA_HOME TARGET SAMPLE: makes TARGET/allot.jsa, the class-data archive that
# lets the launcher start without parsing and checking classes. An archive is a gift:
# without one everything works, only slower, so this script never fails a build.

java=$1/bin/java
target=$2
sample=$3
archive=$target/allot.jsa
work=$target/archive

without() {
  rm -rf "$work" "$archive"
  echo "no class-data archive, allot will start slower: $1" >&2
  exit 0
}

# Everyday runs, errors among them; what they load goes into the archive.
training() {
  run check "$sample"
  run check --json "$sample"
  run check "$target/no-such-file.json"
  run check "$work/broken.json"
  run report "$sample"
  run report --json "$sample"
  run report --no-such-option
  run why TAO "$sample"
  run why NOSUCH "$sample"
  run rebalance --max-price-age any "$sample"
  run backtest "$sample" --history "${sample%/*}/history.csv" --strategy hold,band,month,dca,lump
  run assets
  run assets --json TAO
  run --help
  run check --help
  run --version
}

runs=0
run() {
  runs=$((runs + 1))
  "$java" -Xshare:auto -Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -XX:DumpLoadedClassList="$work/$runs.classes" \
    -Dfile.encoding=UTF-8 \
    -cp "$target/allot.jar" allot.cli.Main "$@" </dev/null >/dev/null 2>&1
}

LC_ALL=C
export LC_ALL
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS ALLOT_PORTFOLIO

rm -rf "$work" "$archive"
mkdir -p "$work" || without "cannot write in $target"
echo '{"holdings": [{"asset": "TAO", "quantity": 1..5}]}' >"$work/broken.json"

training
# Each run numbers its classes in its own way (newer JDKs); generated ones have no file.
cat "$work"/*.classes 2>/dev/null |
  awk '/ source: / { next } { sub(/ id: [0-9]+$/, "") } !seen[$0]++' >"$work/all"
grep -q '^allot/cli/Main' "$work/all" || without "this JDK lists no classes"

"$java" -Xshare:dump -Xlog:disable -XX:+UseG1GC -Xmx256m \
  -XX:SharedClassListFile="$work/all" -XX:SharedArchiveFile="$work/allot.jsa" \
  -cp "$target/allot.jar" >"$work/log" 2>&1 || without "this JDK cannot make one"
[ -s "$work/allot.jsa" ] || without "this JDK made none"

chmod 644 "$work/allot.jsa" && mv -f "$work/allot.jsa" "$archive" || without "cannot write $archive"
rm -rf "$work"
