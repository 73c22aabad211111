#!/bin/sh
# Removes 讲稿 of this user. Library, profile, settings and drafts' versions stay unless --delete-data is given.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/jianggao
rm -rf "$program"
rm -f "$HOME/.local/bin/jianggao" "$data/applications/jianggao.desktop" \
  "$data/mime/packages/jianggao.xml" "$data/icons/hicolor/scalable/apps/jianggao.svg"
command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" || true
command -v update-desktop-database >/dev/null 2>&1 \
  && update-desktop-database "$data/applications" || true
if [ "${1:-}" = "--delete-data" ]; then
  rm -rf "$data/jianggao"
  echo "已卸载，素材库、单位档案、设置、以前各稿和恢复副本已删除。"
else
  echo "已卸载。素材库、单位档案、设置、以前各稿和恢复副本仍在 $data/jianggao；一并删除请加 --delete-data。"
fi
