# Facts enter the store as operations; nothing but the store writes a table.
# Free to write: the store, its tests, and the benchmarks (they measure bare SQLite beside it).
# cmake -DROOT=<source tree> -P projections.cmake
cmake_minimum_required(VERSION 3.25)
set(broken "")
set(ident "[A-Za-z0-9_%\"]+")
set(upper "(INSERT (OR [A-Z]+ )?INTO|REPLACE INTO|DELETE FROM|UPDATE (OR [A-Z]+ )?${ident} SET|DROP TABLE|ALTER TABLE|CREATE (TABLE|TRIGGER))")
string(TOLOWER "${upper}" lower)

file(GLOB_RECURSE sources RELATIVE ${ROOT}
  ${ROOT}/modules/*.h ${ROOT}/modules/*.cpp ${ROOT}/app/*.h ${ROOT}/app/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
foreach(file IN LISTS sources)
  if(file MATCHES "^(modules/store|tests/store|tests/benchmarks)/")
    continue()
  endif()
  file(READ ${ROOT}/${file} text)
  # A statement may be written over several literals: "INSERT "_s % u"INTO ..."
  string(REGEX REPLACE "\"(_s|_L1)?[ \t\n]*[+%]?[ \t\n]*u?\"" "" text "${text}")
  string(REGEX REPLACE "[ \t\n]+" " " text "${text}")
  string(REGEX MATCH "(^|[^A-Za-z_])${upper}[^;]?[^;]?[^;]?[^;]?[^;]?[^;]?[^;]?[^;]?" found "${text}")
  if(NOT found)
    string(REGEX MATCH "\"\\(? ?${lower} [a-z_\"%]+" found "${text}")
  endif()
  if(found)
    string(APPEND broken "\n  ${file}: ${found}")
  endif()
endforeach()

# What ships with the program goes into seed tables, which no operation touches.
file(GLOB_RECURSE seeds RELATIVE ${ROOT} ${ROOT}/sql/seed/*.sql)
foreach(file IN LISTS seeds)
  file(READ ${ROOT}/${file} text)
  string(TOLOWER "${text}" text)
  string(REGEX MATCHALL "(insert (or [a-z]+ )?into|replace into|delete from|update)[ \n]+[a-z_]+" writes "${text}")
  foreach(write IN LISTS writes)
    if(NOT write MATCHES "[ \n]seed_[a-z_]+$")
      string(APPEND broken "\n  ${file}: ${write}: seeds fill seed_ tables only")
    endif()
  endforeach()
endforeach()

if(broken)
  message(FATAL_ERROR "Writes outside the store:${broken}")
endif()
