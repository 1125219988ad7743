# Every third-party package, found here and nowhere else. A row each in docs/dependencies.md;
# installed by scripts/setup.
find_package(Threads REQUIRED)
find_package(Catch2 2 REQUIRED)
set(Boost_USE_STATIC_LIBS ON)
find_package(Boost REQUIRED COMPONENTS program_options)

# Static archives where there are: shipped executables need nothing installed.
function(clj_static_library target archive header)
  find_library(${target}_path NAMES ${archive} REQUIRED)
  find_path(${target}_include NAMES ${header} REQUIRED)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES ${${target}_path}
                        INTERFACE_INCLUDE_DIRECTORIES ${${target}_include})
endfunction()
clj_static_library(ext_tommath libtommath.a tommath.h)
clj_static_library(ext_pcre2_16 libpcre2-16.a pcre2.h)
clj_static_library(ext_xxhash libxxhash.a xxhash.h)
clj_static_library(ext_utf8proc libutf8proc.a utf8proc.h)
clj_static_library(ext_lz4 liblz4.a lz4.h)
clj_static_library(ext_sodium libsodium.a sodium.h)
clj_static_library(ext_tinfo libtinfo.a term.h)
clj_static_library(ext_bsd libbsd.a bsd/string.h)
clj_static_library(ext_edit libedit.a histedit.h)
clj_static_library(ext_md libmd.a md5.h)
clj_static_library(ext_z libz.a zlib.h)
clj_static_library(ext_minizip libminizip.a minizip/unzip.h)
set_property(TARGET ext_minizip APPEND PROPERTY INTERFACE_LINK_LIBRARIES ext_z)
set_property(TARGET ext_edit APPEND PROPERTY INTERFACE_LINK_LIBRARIES ext_tinfo ext_bsd ext_md)
