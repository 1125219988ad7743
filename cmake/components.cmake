# One CMake library per component, with the dependency table of the design checked here.
#
# clj_component(NAME LAYER n DIR folder DEPS components… [LINK targets…])
#   A dependency must have a lower layer, or stand in CLJ_SAME_LAYER_EDGES as "from>to".
#   Public headers: DIR/include, private ones and sources: DIR/src.

set(CLJ_SAME_LAYER_EDGES "")

function(clj_component name)
  cmake_parse_arguments(C "" "LAYER;DIR" "DEPS;LINK" ${ARGN})
  set_property(GLOBAL PROPERTY clj_layer_${name} ${C_LAYER})
  foreach(dep IN LISTS C_DEPS)
    get_property(dep_layer GLOBAL PROPERTY clj_layer_${dep})
    if(dep_layer STREQUAL "")
      message(FATAL_ERROR "component ${name}: depends on ${dep}, which is not declared before it")
    endif()
    if(NOT dep_layer LESS C_LAYER AND NOT "${name}>${dep}" IN_LIST CLJ_SAME_LAYER_EDGES)
      message(FATAL_ERROR "component ${name} (layer ${C_LAYER}) may not depend on ${dep} (layer ${dep_layer}): "
                          "dependencies point to lower layers only, see docs/architecture.md")
    endif()
  endforeach()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${C_DIR}/src/*.cpp)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${C_DIR}/include/*.h)
  list(TRANSFORM C_DEPS PREPEND clj_ OUTPUT_VARIABLE dep_targets)
  if(sources)
    add_library(clj_${name} STATIC ${sources} ${headers})
    set(scope PUBLIC)
  else()
    add_library(clj_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  if(EXISTS ${CMAKE_SOURCE_DIR}/${C_DIR}/include)
    target_include_directories(clj_${name} ${scope} ${CMAKE_SOURCE_DIR}/${C_DIR}/include)
  endif()
  target_link_libraries(clj_${name} ${scope} ${dep_targets} ${C_LINK})
  set_property(GLOBAL APPEND PROPERTY clj_components ${name})
endfunction()
