// Linking of compiled sources into one program.
//
// A unit is a bundle of one source (namespaces, their functions and constants). The program is
// a bundle again: units are laid one after another with their indices moved, and what may be one
// object wherever it stands (numbers, keywords, vars, strings' texts) is stored once.
//
// Errors   link_program expects units that BundleView::open and verify_bundle accepted.
// Threads  A Program belongs to one thread.
// Design   docs/bundle-format.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clj/bytecode/bundle.h"

namespace clj::linker {

// A file for clojure.java.io/resource. It is stored packed where that pays.
struct Resource {
  std::string name;  // UTF-8, with '/' between folders
  std::string bytes;
};

// A unit, as a part of a program.
struct Part {
  const bytecode::BundleView* unit = nullptr;
  // By form, in the order of the unit's InitFunctions: whether the program runs it. Empty: all.
  std::vector<bool> kept_forms = {};
  bool strip = false;  // leave out the line tables
};

struct Program {
  std::vector<Part> parts;
  std::string main_namespace;  // must be in a unit; of several, the last
  uint32_t call_main = 0;      // as in BundleInfo
  // A unit whose forms run before those of the main namespace, as part of it; or none.
  Part prologue;
  std::vector<Resource> resources;  // those whose names end in ".wasm" are modules
};

// Whether it goes into the table of WebAssembly modules, and must be one.
bool is_module(const Resource& resource);

// The bytes of the program's bundle: equal programs give equal bytes.
std::string link_program(const Program& program);

}  // namespace clj::linker
