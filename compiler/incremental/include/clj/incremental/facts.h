// What a build remembers of a compiled source: enough to tell whether it has to be compiled
// again, and to use it without compiling it.
//
// A source's top-level forms become *parts*, one init function each (a `do` is several). Names of
// vars are full: "my.app/f".
//
// Errors   decode answers false for bytes that encode did not write.
// Design   docs/incremental-builds.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clj::incremental {

struct Definition {
  std::string var;
  bool dynamic = false;
};

struct Part {
  uint32_t form = 0;        // number of the source's top-level form that it came from
  bool evaluated = false;   // by the build; else left to the program
  bool effect = false;      // evaluated, and no plain def: defmethod, extend, alter-meta! …
  bool impure = false;      // mentions what digest.h calls impure
  uint64_t digest = 0;      // of its code, without positions
  std::vector<Definition> defines;
  std::vector<std::string> vars;     // mentioned, of sources
  std::vector<std::string> symbols;  // constants: what a macro's expansion may mention
  // For the linker. The var that it only serves, so that it can be left out with the var; or it
  // does nothing.
  std::string serves;
  bool does_nothing = false;
  std::vector<std::string> by_name;  // vars that it looks up by name; "my.ns/*": all of a namespace
  std::string needs_compiler;        // what it uses that compiles while the program runs, or ""
  std::string any_name;              // what it uses that looks up any name, or ""
};

struct Export {
  std::string name;           // a var, or "class my.app.Point"
  uint64_t interface = 0;     // of what the compiler reads of it when others mention it
  bool runs = false;          // a macro or :inline: its code runs when others mention it
  bool is_public = false;
};

// Something that the source's code depends on.
struct Use {
  enum class Kind : uint8_t {
    kInterface,  // of an export
    kCode,       // all that runs when the var's value is called: macros, constants
    kNames,      // the public names of a namespace that is referred to as a whole
  };
  Kind kind = Kind::kInterface;
  std::string name;
  uint64_t hash = 0;
};

struct UnitFacts {
  std::string path;          // root path, "my/app"
  std::string ns;
  std::string place;         // where the source was
  uint64_t source_hash = 0;
  bool impure = false;       // compiled again whenever anything is
  bool calls_main = false;   // a script: a form of its own calls -main
  std::vector<std::string> requires_;  // root paths, in the order in which they were met
  std::vector<std::string> late;       // namespaces that its functions require while they run
  std::vector<Part> parts;
  std::vector<Export> exports;
  std::vector<Use> uses;
  std::string warnings;      // that compiling it printed
};

std::string encode(const UnitFacts& facts);
bool decode(std::string_view bytes, UnitFacts& facts);

}  // namespace clj::incremental
