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

; A running program holds its pythonw.exe: it cannot be opened for writing then.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\runtime\pythonw.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\runtime\pythonw.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME}正在运行。请先保存稿件并关闭${NAME}，然后再试一次。" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\app"
  Delete "$INSTDIR\NOTICE.txt"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\MANIFEST.txt"
  Delete "$INSTDIR\jianggao-cli.cmd"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要 Windows 10（1809 起）或 Windows 11 的 64 位系统。" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Section "${NAME}"
  !insertmacro RefuseWhileRunning
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

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
SectionEnd

Section "Uninstall"
  !insertmacro RefuseWhileRunning
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  ; A portable data folder is the user's: the program's folder goes only if it is empty.
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
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "是否同时删除设置和恢复副本？$\r$\n您的稿件文件不会被删除。" /SD IDNO IDYES delete_data
  ${EndIf}
  Goto done
  delete_data:
    RMDir /r "$LOCALAPPDATA\jianggao"
  done:
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
