#!/bin/sh
# Installs 讲稿 for this user only, without root. Run it again to upgrade.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/jianggao
bin=$HOME/.local/bin

# A running program keeps its files open; replacing them under it would break it.
if [ -e "$program/program/jianggao" ]; then
  for link in /proc/[0-9]*/exe; do
    if [ "$(readlink "$link" 2>/dev/null)" = "$program/program/jianggao" ]; then
      echo "讲稿正在运行。请先保存稿件并关闭讲稿，然后再试一次。" >&2
      exit 2
    fi
  done
fi

mkdir -p "$program" "$bin" "$data/applications" "$data/mime/packages" \
  "$data/icons/hicolor/scalable/apps"
rm -rf "$program/program"
cp -R "$here/program" "$program/program"
cp "$here/uninstall.sh" "$here/NOTICE.txt" "$here/README.md" "$here/MANIFEST.txt" "$program/"
ln -sf "$program/program/jianggao" "$bin/jianggao"
# In a desktop file a path with blanks must stand in quotes.
sed "s|@PROGRAM@|\"$program/program/jianggao\"|" "$here/jianggao.desktop" \
  > "$data/applications/jianggao.desktop"
cp "$here/jianggao.xml" "$data/mime/packages/jianggao.xml"
cp "$here/jianggao.svg" "$data/icons/hicolor/scalable/apps/jianggao.svg"
command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" || true
command -v update-desktop-database >/dev/null 2>&1 \
  && update-desktop-database "$data/applications" || true
# .jianggao opens with us; for Word and text files we are only offered.
command -v xdg-mime >/dev/null 2>&1 \
  && xdg-mime default jianggao.desktop application/x-jianggao 2>/dev/null || true
echo "已安装到 $program。卸载：sh $program/uninstall.sh"
