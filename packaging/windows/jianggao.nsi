; The per-user installer of 讲稿: no administrator, Chinese, one solid LZMA block.
; makensis -INPUTCHARSET UTF8 -DVERSION=… -DFOLDER=… -DOUTPUT=… -DSIZE=… jianggao.nsi
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"

!define NAME "讲稿"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Jianggao"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
SetCompressor /SOLID lzma
SetDateSave off
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} 安装程序"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${FOLDER}\app\resources\icons\jianggao.ico"
!define MUI_UNICON "${FOLDER}\app\resources\icons\jianggao.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\runtime\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$\"$INSTDIR\app\main.py$\""
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; Exit codes of a silent run: 2 the program runs, 3 Windows is too old, 4 the disk is full or a file
; is held, 0 done. What happened stands in the log, which a removal takes away at its very end.
!define RUNS 2
!define TOO_OLD 3
!define UNWRITTEN 4

!macro LogFunction PREFIX
Function ${PREFIX}Log
  Exch $R9
  Push $R8
  ${GetTime} "" "L" $R0 $R1 $R2 $R3 $R4 $R5 $R6
  FileOpen $R8 "$INSTDIR\install.log" a
  FileSeek $R8 0 END
  FileWriteUTF16LE /BOM $R8 "$R2-$R1-$R0 $R4:$R5:$R6 ${NAME} ${VERSION} $R9$\r$\n"
  FileClose $R8
  ClearErrors
  Pop $R8
  Pop $R9
FunctionEnd
!macroend
!insertmacro LogFunction ""
!insertmacro LogFunction "un."

!macro Log PREFIX TEXT
  Push "${TEXT}"
  Call ${PREFIX}Log
!macroend

!macro GiveUp PREFIX CODE TEXT
  !insertmacro Log "${PREFIX}" "中止（${CODE}）：${TEXT}"
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A running program holds its pythonw.exe, a command its python.exe: it cannot be opened for writing.
!macro RefuseWhileRunning PREFIX
  !insertmacro RefuseWhileHeld "${PREFIX}" "pythonw.exe"
  !insertmacro RefuseWhileHeld "${PREFIX}" "python.exe"
!macroend

!macro RefuseWhileHeld PREFIX FILE
  ${If} ${FileExists} "$INSTDIR\runtime\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\runtime\${FILE}" a
    ${If} ${Errors}
      !insertmacro GiveUp "${PREFIX}" ${RUNS} "${NAME}正在运行。请先保存稿件并关闭${NAME}，然后再试一次。"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RemoveProgram PREFIX
  ClearErrors
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\app"
  ${If} ${FileExists} "$INSTDIR\runtime\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\site\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\app\*.*"
    !insertmacro GiveUp "${PREFIX}" ${UNWRITTEN} "有文件正被别的程序占用，旧文件没有删净。请重新启动电脑，然后再试一次。"
  ${EndIf}
  Delete "$INSTDIR\NOTICE.txt"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\MANIFEST.txt"
  Delete "$INSTDIR\jianggao-cli.cmd"
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要 Windows 10（1809 起）或 Windows 11 的 64 位系统。" /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
FunctionEnd

; What the new version needs beyond the old one's place, asked before the old one goes.
Function RefuseWhenFull
  ReadRegDWORD $0 HKCU "${UNINSTALL_KEY}" "EstimatedSize"
  ${IfNot} ${FileExists} "$INSTDIR\app\main.py"
    StrCpy $0 0
  ${EndIf}
  IntOp $0 ${SIZE} - $0
  IntOp $0 $0 + 20480  ; NSIS unpacks beside it, and clusters are never full
  ${GetRoot} "$INSTDIR" $1
  ClearErrors
  ${DriveSpace} "$1\" "/D=F /S=K" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 L< $0
    !insertmacro GiveUp "" ${UNWRITTEN} "磁盘空间不足。请先清理磁盘，或换一个位置安装。"
  ${EndIf}
FunctionEnd

Section "${NAME}"
  SetOutPath "$INSTDIR"
  !insertmacro Log "" "安装到 $INSTDIR"
  !insertmacro RefuseWhileRunning ""
  Call RefuseWhenFull
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} ${FileExists} "$INSTDIR\app\*.*"
    !insertmacro Log "" "移除旧版本 $0 的程序文件，数据不动"
  ${EndIf}
  !insertmacro RemoveProgram ""
  ; What stops in the middle of unpacking ends with this code.
  SetErrorLevel ${UNWRITTEN}
  ClearErrors
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro GiveUp "" ${UNWRITTEN} "有文件没有写成：磁盘空间不足，或被杀毒软件拦下。请处理后再试一次。"
  ${EndIf}
  SetErrorLevel 0

  CreateDirectory "$SMPROGRAMS"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\runtime\pythonw.exe" '"$INSTDIR\app\main.py"' "$INSTDIR\app\resources\icons\jianggao.ico"

  WriteRegStr HKCU "${CLASSES}\Jianggao.Draft" "" "讲稿稿件"
  WriteRegStr HKCU "${CLASSES}\Jianggao.Draft\DefaultIcon" "" "$INSTDIR\app\resources\icons\jianggao.ico"
  WriteRegStr HKCU "${CLASSES}\Jianggao.Draft\shell\open\command" "" '"$INSTDIR\runtime\pythonw.exe" "$INSTDIR\app\main.py" "%1"'
  WriteRegStr HKCU "${CLASSES}\.jianggao" "" "Jianggao.Draft"
  WriteRegStr HKCU "${CLASSES}\Jianggao.Import" "" "用讲稿打开"
  WriteRegStr HKCU "${CLASSES}\Jianggao.Import\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Jianggao.Import\shell\open\command" "" '"$INSTDIR\runtime\pythonw.exe" "$INSTDIR\app\main.py" "%1"'
  WriteRegStr HKCU "${CLASSES}\.docx\OpenWithProgids" "Jianggao.Import" ""
  WriteRegStr HKCU "${CLASSES}\.doc\OpenWithProgids" "Jianggao.Import" ""
  WriteRegStr HKCU "${CLASSES}\.txt\OpenWithProgids" "Jianggao.Import" ""

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\app\resources\icons\jianggao.ico"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "讲稿"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  !insertmacro Log "" "安装完成"
SectionEnd

Section "Uninstall"
  !insertmacro Log "un." "卸载"
  !insertmacro RefuseWhileRunning "un."
  !insertmacro RemoveProgram "un."
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\install.log"
  ; A portable data folder is the user's: the program's folder goes only if it is empty.
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\Jianggao.Draft"
  DeleteRegKey HKCU "${CLASSES}\Jianggao.Import"
  ReadRegStr $0 HKCU "${CLASSES}\.jianggao" ""
  ${If} $0 == "Jianggao.Draft"
    DeleteRegKey HKCU "${CLASSES}\.jianggao"
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.docx\OpenWithProgids" "Jianggao.Import"
  DeleteRegValue HKCU "${CLASSES}\.doc\OpenWithProgids" "Jianggao.Import"
  DeleteRegValue HKCU "${CLASSES}\.txt\OpenWithProgids" "Jianggao.Import"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ; Asked only in a window; a silent uninstall keeps the user's data unless /DELETEDATA is given.
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/DELETEDATA" $2
  ${IfNot} ${Errors}
    Goto delete_data
  ${EndIf}
  ${If} ${FileExists} "$LOCALAPPDATA\jianggao\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "是否同时删除本机的素材库、单位档案、设置、以前各稿和恢复副本？删除后找不回来。$\r$\n您自己保存的稿件文件不会被删除。" /SD IDNO IDYES delete_data
  ${EndIf}
  Goto done
  delete_data:
    RMDir /r "$LOCALAPPDATA\jianggao"
  done:
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
