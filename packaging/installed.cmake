# Makes the .deb, unpacks it into an empty folder and starts both programs from there, with nothing
# of this build in their environment.
# cmake -DBUILD=<build folder> -DCPACK=<cpack> -DVERSION=<x.y.z> -DSCRATCH=<folder> -P installed.cmake
cmake_minimum_required(VERSION 3.25)

# run(WHAT COMMAND...): output in `text`; anything but success ends the test
macro(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE text ERROR_VARIABLE errors TIMEOUT 200)
  if(NOT failed EQUAL 0)
    message(FATAL_ERROR "${what}: ${failed}\n${text}${errors}")
  endif()
endmacro()

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH}/desk ${SCRATCH}/tree)
run("cpack" ${CPACK} --config ${BUILD}/CPackConfig.cmake -G DEB -B ${SCRATCH}/deb)
file(GLOB deb ${SCRATCH}/deb/*.deb)
run("unpack" dpkg-deb -x ${deb} ${SCRATCH}/tree)

run("dependencies" dpkg-deb -f ${deb} Depends)
foreach(package libqt6widgets6 libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n fonts-wqy-microhei)
  if(NOT "${text}" MATCHES "${package}")
    message(FATAL_ERROR "The package does not depend on ${package}: ${text}")
  endif()
endforeach()

set(usr ${SCRATCH}/tree/usr)
foreach(file bin/anlan bin/anlanctl share/applications/anlan.desktop share/metainfo/org.anlan.Anlan.metainfo.xml
        share/mime/packages/anlan.xml share/icons/hicolor/scalable/apps/anlan.svg share/doc/anlan/copyright)
  if(NOT EXISTS ${usr}/${file})
    message(FATAL_ERROR "The package lacks ${file}")
  endif()
endforeach()
run("desktop entry" desktop-file-validate ${usr}/share/applications/anlan.desktop)
run("AppStream data" appstreamcli validate --no-net ${usr}/share/metainfo/org.anlan.Anlan.metainfo.xml)
file(READ ${usr}/share/metainfo/org.anlan.Anlan.metainfo.xml metainfo)
if(NOT metainfo MATCHES "<release version=\"${VERSION}\"")
  message(FATAL_ERROR "The AppStream data have no release ${VERSION}")
endif()

set(clean env -i HOME=${SCRATCH}/desk LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen)
foreach(program anlan anlanctl)
  run("${program} --version" ${clean} ${usr}/bin/${program} --version)
  if(NOT "${text}" MATCHES "${VERSION}")
    message(FATAL_ERROR "${program} --version does not say ${VERSION}: ${text}")
  endif()
  run("${program} --help" ${clean} ${usr}/bin/${program} --help)
endforeach()
run("anlanctl store create" ${clean} ${usr}/bin/anlanctl store create ${SCRATCH}/desk/new.anlan)
run("anlanctl store check" ${clean} ${usr}/bin/anlanctl --store ${SCRATCH}/desk/new.anlan store check)
file(REMOVE_RECURSE ${SCRATCH})
