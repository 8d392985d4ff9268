# Words that do not belong into this source tree.
# cmake -DROOT=<source tree> -P words.cmake
cmake_minimum_required(VERSION 3.25)
set(broken "")
# look(FILE TEXT PATTERN WHY)
function(look file text pattern why)
  string(REGEX MATCH "[^\n]?[^\n]?[^\n]?[^\n]?(${pattern})[^\n]?[^\n]?[^\n]?[^\n]?" found "${text}")
  if(found)
    string(STRIP "${found}" found)
    set(broken "${broken}\n  ${file}: ${why}: ${found}" PARENT_SCOPE)
  endif()
endfunction()

# Written so that this file does not name itself.
set(unfinished "(^|[^A-Za-z_])(TO[D]O|FIX[M]E|XX[X]|HAC[K])([^A-Za-z_]|$)")
set(machine_path "(^|[^A-Za-z0-9_.:/~}])/(wor[k]|far[m]|hom[e]|roo[t]|tm[p]|Users)/[A-Za-z0-9]")
set(package_host "deb[.]debian[.]org|registry[.]npmjs|pypi[.]org|crates[.]io|proxy[.]golang[.]org")
set(colour "\"#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]|QColor ?[({][^)};]*[0-9]|qRgba? ?\\([^)]*[0-9]|QColorConstants|Qt::(dark|light)?([rR]ed|[gG]reen|[bB]lue|[yY]ellow|[cC]yan|[mM]agenta|[gG]ray)[^A-Za-z]|Qt::(black|white)[^A-Za-z]")

file(GLOB_RECURSE files RELATIVE ${ROOT} LIST_DIRECTORIES false
  ${ROOT}/app/* ${ROOT}/modules/* ${ROOT}/tests/* ${ROOT}/sql/* ${ROOT}/packaging/* ${ROOT}/translations/* ${ROOT}/resources/*)
file(GLOB top RELATIVE ${ROOT} LIST_DIRECTORIES false ${ROOT}/* ${ROOT}/.c* ${ROOT}/.ci/* ${ROOT}/.e* ${ROOT}/.gitignore)
foreach(file IN LISTS files top)
  if(NOT file MATCHES "(\\.(h|cpp|ui|cmake|txt|sql|ts|md|json|qrc|in|xml|desktop|sh|yml)|/dev|/run|\\.clang-[a-z]+|\\.gitignore|\\.editorconfig)$")
    continue()
  endif()
  file(READ ${ROOT}/${file} text)
  look(${file} "${text}" "${machine_path}" "a path of one machine")
  look(${file} "${text}" "${package_host}" "a host of packages")
  if(NOT file MATCHES "\\.(md|ts)$")
    look(${file} "${text}" "${unfinished}" "unfinished, by its own word")
  endif()
  if(file MATCHES "^tests/.*\\.(h|cpp)$")
    look(${file} "${text}" "QTest::(qWait|qSleep) ?\\(" "waits for the clock instead of QTRY_")
  endif()
  # Colours are declared in the shell, by role.
  if(file MATCHES "^(modules/[a-z]+/panel|app/desktop)/.*\\.(h|cpp)$"
     OR (file MATCHES "^modules/shell/.*\\.(h|cpp)$" AND NOT file MATCHES "/(colou?rs|theme|palette)\\.(h|cpp)$"))
    look(${file} "${text}" "${colour}" "a literal colour; ask the shell by role")
    look(${file} "${text}" "processEvents ?\\(|waitForFinished ?\\(|QThread::m?sleep|QEventLoop|[^A-Za-z]instance\\(\\)" "waits on the window's thread, or a singleton")
  elseif(file MATCHES "\\.ui$")
    look(${file} "${text}" "<color|<red>|#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]" "a literal colour; ask the shell by role")
  endif()
endforeach()

if(broken)
  message(FATAL_ERROR "Words that do not belong here:${broken}")
endif()
