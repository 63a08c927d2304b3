#!/bin/sh
# Take a picture of a Word document in LibreOffice Writer, comments in the margin.
#
#     tests/pictures/word.sh commented.docx pictures/ [PAGE]
#
# It needs soffice, Xvfb, xdotool and import (ImageMagick), and writes pictures/commented.png.
set -eu

document=$1 folder=$2 page=${3:-1}
for tool in soffice Xvfb xdotool import; do
    command -v "$tool" >/dev/null || { echo "word.sh: $tool is missing; apt-get install libreoffice-writer xvfb xdotool imagemagick" >&2; exit 2; }
done
mkdir -p "$folder"
work=$(mktemp -d)
picture=$folder/$(basename "${document%.*}").png
cleanup() {
    [ -z "${writer:-}" ] || kill "$writer" 2>/dev/null || true
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

# A profile of its own, without the tips and news of a first start.
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<'SETTINGS'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="WhatsNew" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Layout/Window"><prop oor:name="HorizontalRuler" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
SETTINGS
cp "$document" "$work/document.docx"

Xvfb -displayfd 3 -screen 0 1500x1300x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
screen=$!
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.2; done
DISPLAY=:$(cat "$work/display")
export DISPLAY SAL_USE_VCLPLUGIN=gen

soffice "-env:UserInstallation=file://$work/profile" --norestore --nologo --nofirststartwizard "$work/document.docx" >/dev/null 2>&1 &
writer=$!
window=$(timeout 90 xdotool search --sync --onlyvisible --name "document.docx" | tail -1)
xdotool windowsize --sync "$window" 1500 1300 || true
xdotool windowmove "$window" 0 0
sleep 4
for _ in $(seq 2 "$page"); do xdotool key --window "$window" Next; sleep 0.3; done
sleep 2
import -window root "$picture"
echo "$picture"
