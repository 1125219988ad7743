// A file under the linter: its text, every form that was read from it with its place, and what
// the analyzer said about them.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clj/core/text.h"
#include "clj/gc/heap.h"
#include "clj/lint/finding.h"
#include "clj/reader/reader.h"

namespace clj::lint {

class Engine;

// A form as it stands in the file.
struct Entry {
  enum class Use : uint8_t {
    kUnseen,      // the analyzer never met it: quoted, dropped by a macro, in a branch not read
    kLocal,       // a symbol that refers to a local
    kResolved,    // a symbol that names `what`
    kDefinition,  // the symbol that a def defines
    kBinding,     // the symbol that names a local
  };
  uint32_t index;  // in SourceFile::entries; Value: SourceFile::form
  Place place;
  Use use = Use::kUnseen;
  bool entered = false;  // a list whose analysis began
  Value what;            // kResolved: Var, Class, or nil for a class that is unknown
};

// A library that the file requires, as written.
struct Requirement {
  std::string ns;
  std::string alias;                // or ""
  std::vector<uint32_t> referred;   // entries of the symbols in :refer or :only
  bool refers_all = false;          // :refer :all, or use without :only
  bool has_options = false;         // [lib …]; a bare name is there for its effects
  uint32_t entry;                   // of the library's name
};

class SourceFile : public reader::Listener {
 public:
  SourceFile(Engine& engine, std::string name, std::string_view text, bool reported);

  // Listener.
  void form_read(Value form, int line, int column, int end_line, int end_column) override;
  void discarded(Value form) override;
  bool duplicate(Value key, bool in_set) override;

  Value form(const Entry& entry) const { return forms_[entry.index]; }
  // The entry of a form: of symbols and lists by their position, of other collections by
  // identity. Null when the form does not stand in this file.
  Entry* find(Value form);
  // The same for lists only if it is the very object that was read, not one made from it.
  Entry* find_written(Value list);
  // A symbol of the top-level form at hand that mentions a class, or one of its members if `member`
  // is not empty. Null when there is none.
  Entry* find_mention(const std::string& cls, const std::string& member);
  // The list that begins there, or null.
  Entry* find_at(uint32_t line, uint32_t column);
  // The last entry of this top-level form that is identical (a symbol: equal).
  Entry* find_last(Value form);

  std::string_view line_text(uint32_t line) const;
  bool is_ignored(const Place& place, const char* rule) const;
  // Whether the text between the place's ends has a reader conditional in it.
  bool has_conditional(const Place& place) const;

  std::string name;
  std::string text;
  bool reported;
  std::string ns;                  // as its ns form says
  std::vector<Entry> entries;
  size_t form_begin = 0;           // the first entry of the top-level form at hand
  Place form_place;                // where that form stands
  uint32_t form_entry = 0;         // its own
  std::vector<Requirement> requirements;
  std::set<std::string> late_names;  // aliases and libraries of requires inside other forms
  bool loads_parts = false;        // with load: other files may use what this one requires
  bool opaque_names = false;       // all names of a missing library are referred here

 private:
  struct Ignored {
    Place from;                      // where the comment ends
    std::vector<std::string> rules;  // none: all
  };

  Engine& engine_;
  gc::ValueList forms_;
  std::unordered_map<uint64_t, uint32_t> symbols_, lists_;  // by place
  std::unordered_map<uint64_t, uint32_t> others_;           // by identity
  std::vector<size_t> line_starts_;
  std::vector<Ignored> ignored_;
};

}  // namespace clj::lint
