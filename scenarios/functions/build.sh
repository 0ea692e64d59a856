#!/usr/bin/env bash
# Builds the functions: WebAssembly into prebuilt/ (both contracts), native programs into native/bin/.
# Usage: build.sh [NAME...] [--wasm|--native] [--out DIR]
#   NAME      a function, or one of its languages (fibonacci, fibonacci-rust); all without one
#   --wasm    WebAssembly alone          --native  native programs alone; both without either
#   --out DIR puts the files into DIR/prebuilt and DIR/native/bin instead of here
# Native programs that are up to date are left as they are.
# Exit code: 0 all built (Rust ones may be left out of a native build where their compiler or crates are missing; it says so), 1 failed, 2 usage.
# How each language is built stands in shells/LANGUAGE.sh. AssemblyScript and Go have no native programs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$here
names=() wasm=1 native=1

usage() { sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
fail() { echo "build.sh: $*" >&2; exit 1; }

while (($#)); do
    case $1 in
        --wasm) native=0 ;;
        --native) wasm=0 ;;
        --out) (($# > 1)) || usage; mkdir -p "$2"; out=$(cd "$2" && pwd); shift ;;
        -*) usage ;;
        *) names+=("$1") ;;
    esac
    shift
done
((wasm || native)) || usage

# The first of these commands that is there.
first() { local c; for c in "$@"; do command -v "$c" && return; done; return 1; }

declare -A extensions=([c]=c [rust]=rs [assemblyscript]=ts [go]=go)
languages=(c rust assemblyscript go)

# Every build as "output-name function language", from the folders alone. The first language has the function's name alone.
builds() {
    local dir name language several
    for dir in "$here"/*/; do
        name=$(basename "$dir") several=
        for language in "${languages[@]}"; do
            [[ -e $dir/handler.${extensions[$language]} ]] || continue
            echo "$name${several:+-$language} $name $language"
            several=1
        done
    done
}

# Those that were asked for: by their own name, by their function's (all languages), or by NAME-LANGUAGE.
selected() {
    local output name language wanted
    while read -r output name language; do
        ((${#names[@]})) || { echo "$output $name $language"; continue; }
        for wanted in "${names[@]}"; do
            [[ $wanted == "$name" || $wanted == "$name-$language" ]] && { echo "$output $name $language"; break; }
        done
    done < <(builds)
}

for wanted in "${names[@]}"; do
    builds | awk -v w="$wanted" '$2 == w || $2 "-" $3 == w { found = 1 } END { exit !found }' ||
        fail "there is no function $wanted; there are: $(builds | awk '{ print $1 }' | paste -sd' ')"
done

# Paths are relative and nothing else of this machine gets into the files.
cd "$here"
for language in "${languages[@]}"; do source "shells/$language.sh"; done

# Writes down each module's digest, and the compilers: those used now, and for the other languages those that made their modules before.
write_digests() {
    local language
    {
        echo "# sha256 of each module, and the compilers that made them"
        for language in "${languages[@]}"; do
            if [[ " $* " == *" $language "* ]]; then
                echo "# $language: $("version_$language")"
            else
                grep "^# $language: " DIGESTS || true
            fi
        done
        LC_ALL=C sha256sum ./*.wasm | sed 's, \./, ,'
    } > DIGESTS.new
    mv DIGESTS.new DIGESTS
}

build_wasm() {
    local missing=() used=() output name language
    mapfile -t used < <(selected | awk '{ print $3 }' | sort -u)
    for language in "${used[@]}"; do "find_wasm_$language"; done
    ((${#missing[@]} == 0)) || fail "WebAssembly builds need these Debian packages (of trixie or later): $(printf '%s\n' "${missing[@]}" | sort -u | paste -sd' ')"
    mkdir -p "$out/prebuilt"
    while read -r output name language; do
        "wasm_$language" "$output" "$name"
        echo "prebuilt/$output.wasm prebuilt/$output-wasi.wasm"
    done < <(selected)
    chmod 644 "$out"/prebuilt/*.wasm
    pushd "$out/prebuilt" > /dev/null
    write_digests "${used[@]}"
    popd > /dev/null
}

# Whether a program is younger than all that it is made of.
current() {
    [[ -e $1 ]] && [[ -z $(find "$2" shells build.sh -name node_modules -prune -o -newer "$1" -type f -print -quit) ]]
}

build_native() {
    local gcc output name language
    gcc=$(first "${CC:-gcc}" cc) && [[ -e $("$gcc" -print-file-name=libc.a) ]] || fail "native builds need these Debian packages: gcc libc6-dev"
    mkdir -p "$out/native/bin"
    # Two builds at once, as two test runs may begin them, take turns.
    exec 9> "$out/native/.lock"
    if command -v flock > /dev/null; then flock 9; fi
    while read -r output name language; do
        [[ $language == c || $language == rust ]] || continue
        current "$out/native/bin/$output" "$name" || "native_$language" "$output" "$name" || continue
        echo "native/bin/$output"
    done < <(selected)
}

((wasm)) && build_wasm
((native)) && build_native
exit 0
