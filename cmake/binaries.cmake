# The executables. Each is linked statically as NAME-bare; stage 0 (cljvm-bare with the standard
# library's sources) makes the boot image, which is then put behind each of them.
set(CLJ_LANGUAGE_VERSION "1.12.0")
target_compile_definitions(clj_driver PRIVATE CLJ_VERSION="${PROJECT_VERSION}"
                           CLJ_LANGUAGE_VERSION="${CLJ_LANGUAGE_VERSION}")

function(clj_bare_binary name)
  add_executable(${name}-bare ${CMAKE_SOURCE_DIR}/vm/main/${name}.cpp)
  target_link_libraries(${name}-bare PRIVATE ${ARGN})
  set_target_properties(${name}-bare PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bare)
  if(NOT CLJ_SANITIZE)
    target_link_options(${name}-bare PRIVATE -static)
  endif()
endfunction()

clj_bare_binary(cljvm clj_driver)
clj_bare_binary(cljc clj_driver)
