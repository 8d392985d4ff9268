# complete.cmake must name each of these, and pass a file that is complete.
# cmake -DLUPDATE=<program> -DSCRATCH=<folder> -P offenders.cmake
cmake_minimum_required(VERSION 3.25)
set(failures "")

# try(NAME EXPECTED MESSAGES): EXPECTED is what the report must contain, or "" for a pass
function(try name expected messages)
  file(REMOVE_RECURSE ${SCRATCH})
  file(WRITE ${SCRATCH}/main.cpp "auto t = QCoreApplication::translate(\"context\", \"Hazard; overdue\");\n${ARGN}")
  file(WRITE ${SCRATCH}/anlan_zh_CN.ts "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<!DOCTYPE TS>
<TS version=\"2.1\" language=\"zh_CN\" sourcelanguage=\"en\">
<context>
    <name>context</name>
${messages}</context>
</TS>
")
  execute_process(COMMAND ${CMAKE_COMMAND} -DFILES=${SCRATCH} -DCOPIES=${SCRATCH}/copies -DLUPDATE=${LUPDATE}
    -P ${CMAKE_CURRENT_LIST_DIR}/complete.cmake RESULT_VARIABLE failed OUTPUT_VARIABLE text ERROR_VARIABLE text)
  string(FIND "${text}" "${expected}" at)
  if((expected STREQUAL "" AND failed) OR (expected AND (NOT failed OR at LESS 0)))
    set(failures "${failures}\n  ${name}:\n${text}" PARENT_SCOPE)
  endif()
endfunction()

function(entry source translation out)
  set(${out} "    <message>\n        <source>${source}</source>\n        ${translation}\n    </message>\n" PARENT_SCOPE)
endfunction()

entry("Hazard; overdue" "<translation>超期</translation>" good)
entry("Hazard; overdue" "<translation type=\"unfinished\"></translation>" unfinished)
entry("Hazard; overdue" "<translation></translation>" empty)
entry("No longer there" "<translation>旧</translation>" stale)
try("a complete file is refused" "" "${good}")
try("not caught: unfinished" "without translation" "${unfinished}")
try("not caught: empty" "without translation" "${empty}")
try("not caught: text that is gone" "not up to date" "${good}${stale}")
try("not caught: text that is new" "not up to date" "")
entry("Other" "<translation>另</translation>" other)
try("not caught: tr() in a class without Q_OBJECT" "lacks Q_OBJECT" "${good}</context><context><name>C</name>${other}"
  "class C : public QObject { void f() { tr(\"Other\")\; } }\;\n")

file(REMOVE_RECURSE ${SCRATCH})
if(failures)
  message(FATAL_ERROR "translations:${failures}")
endif()
