// One source compiled into a unit, with the facts about it that the next build needs.
//
// Design   docs/incremental-builds.md
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "clj/bytecode/bundle.h"
#include "clj/incremental/project.h"

namespace clj::driver {

struct CompiledUnit {
  incremental::UnitFacts facts;
  std::string bytes;  // a bundle with one namespace
  bytecode::BundleView view;
  bool loaded = false;         // its definitions are there: compiled in this process, or loaded
  std::string checked_bytes;   // of a loaded one: what runs
};

struct Source {
  std::string place, text;
  std::string visible_name;  // *file*
  std::string path;          // root path of the lib; "": of the namespace that it ends in
};

// Compiles and evaluates what defines. `is_of_source` answers whether a namespace of the program
// comes from a source. Uses are not filled in: that needs what the source requires (record_uses).
struct Compiled {
  CompiledUnit unit;
  std::vector<std::string> symbols;  // that the source's forms mention
};
Compiled compile_source(const Source& source, const std::function<bool(std::string_view ns)>& is_of_source);

// The forms that add the data readers of the class path, as a unit; no bytes when there are none.
CompiledUnit compile_data_readers();

// Records what the unit's code depends on, and what others see of it. Its namespace and those
// it requires are as they are after loading; `project` has the units of what it requires.
void record_uses(CompiledUnit& unit, const std::vector<std::string>& symbols, incremental::Project& project,
                 const std::function<bool(std::string_view ns)>& is_of_source);

// Makes the definitions of a unit that need not be compiled: runs the forms that the build had
// evaluated, and puts off the others as it did.
void load_unit(CompiledUnit& unit);

}  // namespace clj::driver
