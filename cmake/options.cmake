# Compiler flags and build kinds. The presets in CMakePresets.json choose among them.
set(CLJ_SANITIZE "" CACHE STRING "sanitizers, as for -fsanitize=")
option(CLJ_STRESS "collect at every allocation by default" OFF)
option(CLJ_FUZZ "build the libFuzzer targets (clang)" OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")

# Objects are views over raw heap words, so type-based alias analysis is off. No PIE: shipped
# executables are static, and the boot image has a fixed address anyway.
add_compile_options(-Wall -Wextra -Werror -fno-strict-aliasing -fno-pie -fno-plt)
# clang says of -no-pie that it is unused where -static has decided already.
add_link_options(-no-pie $<$<CXX_COMPILER_ID:Clang>:-Wno-unused-command-line-argument>)
# What every x86-64 processor since 2009 has, for popcount: each step in a hash map takes one.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  add_compile_options(-march=x86-64-v2)
endif()
# Executables that users ship carry only what they reach.
add_compile_options($<$<CONFIG:Release>:-ffunction-sections> $<$<CONFIG:Release>:-fdata-sections>)
add_link_options($<$<CONFIG:Release>:-Wl,--gc-sections>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # 8-byte header with an atomic flags byte: memset/memcpy of objects is deliberate.
  add_compile_options(-Wno-class-memaccess)
else()
  # clang reports what libstdc++'s own headers instantiate (std::stable_sort's temporary buffer).
  add_compile_options(-Wno-deprecated-declarations)
endif()
if(CLJ_SANITIZE)
  # With sanitizers on, g++ 12 reports libstdc++'s own regex.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_compile_options(-fsanitize=${CLJ_SANITIZE} -fno-omit-frame-pointer)
  if(CLJ_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Locals must stay on the stack that the collector scans, as g++ leaves them.
    add_compile_options(-fsanitize-address-use-after-return=never)
  endif()
  if(CLJ_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
  add_link_options(-fsanitize=${CLJ_SANITIZE})
endif()
if(CLJ_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(CLJ_STRESS)
  add_compile_definitions(CLJ_GC_STRESS=1)
endif()

find_program(CLJ_CCACHE ccache)
if(CLJ_CCACHE)
  # Relative paths, so that worktrees share the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=time_macros,include_file_mtime ${CLJ_CCACHE})
endif()
find_program(CLJ_MOLD mold)
if(CLJ_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
