# The executables. Each is linked as bare/NAME; stage 0 makes the boot image from the standard
# library's sources, and attach_image puts it behind each of them: bin/NAME.
set(CLJ_LANGUAGE_VERSION "1.11.1")
target_compile_definitions(clj_driver PRIVATE CLJ_VERSION="${PROJECT_VERSION}"
                           CLJ_LANGUAGE_VERSION="${CLJ_LANGUAGE_VERSION}")

function(clj_bare_binary name)
  string(REPLACE - _ source ${name})
  add_executable(${name}-bare ${CMAKE_SOURCE_DIR}/vm/main/${source}.cpp)
  target_link_libraries(${name}-bare PRIVATE ${ARGN})
  set_target_properties(${name}-bare PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bare OUTPUT_NAME ${name})
  if(NOT CLJ_SANITIZE)
    target_sources(${name}-bare PRIVATE ${CMAKE_SOURCE_DIR}/vm/main/unwind_table.cpp)
    target_link_options(${name}-bare PRIVATE -static -Wl,--eh-frame-hdr -Wl,--wrap=_Unwind_Find_FDE)
    # Only GNU ld has linker scripts that add to its own.
    if(name MATCHES "^cljvm")
      target_sources(${name}-bare PRIVATE ${CMAKE_SOURCE_DIR}/vm/main/packed_parts.cpp)
      target_link_options(${name}-bare PRIVATE -fuse-ld=bfd -L${CMAKE_SOURCE_DIR}/cmake
                          -Wl,-T,${CMAKE_SOURCE_DIR}/cmake/cold_code.ld)
      set_target_properties(${name}-bare PROPERTIES LINK_DEPENDS
                            "${CMAKE_SOURCE_DIR}/cmake/cold_code.ld;${CMAKE_SOURCE_DIR}/cmake/hot_code.ld")
    endif()
  endif()
endfunction()

clj_bare_binary(stage0 clj_driver)
clj_bare_binary(attach_image clj_linker)

file(GLOB_RECURSE stdlib_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/stdlib/*)
set(boot_image ${CMAKE_BINARY_DIR}/boot.image)
set(lean_image ${CMAKE_BINARY_DIR}/lean.image)
add_custom_command(OUTPUT ${boot_image} ${lean_image}
  COMMAND $<TARGET_FILE:stage0-bare> ${CMAKE_SOURCE_DIR}/stdlib ${boot_image} ${lean_image}
  DEPENDS stage0-bare ${stdlib_sources}
  COMMENT "Loading the standard library and writing the boot image")

set(finished_binaries)
foreach(name cljvm cljc cljvm-lean)
  if(name STREQUAL cljvm-lean)
    clj_bare_binary(${name} clj_launch)
    set(image ${lean_image})
  else()
    clj_bare_binary(${name} clj_driver)
    set(image ${boot_image})
  endif()
  add_custom_command(OUTPUT ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${name}
    COMMAND ${CMAKE_STRIP} -o ${CMAKE_BINARY_DIR}/bare/${name}.stripped $<TARGET_FILE:${name}-bare>
    COMMAND $<TARGET_FILE:attach_image-bare> ${CMAKE_BINARY_DIR}/bare/${name}.stripped ${image}
            ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${name}
    DEPENDS ${name}-bare attach_image-bare ${image}
    COMMENT "Putting the boot image behind ${name}")
  list(APPEND finished_binaries ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${name})
endforeach()
add_custom_target(binaries ALL DEPENDS ${finished_binaries})
