// One act of printing: where to, and the values of the *print-…* vars while it lasts.
#pragma once
#include <string_view>

#include "clj/core/print.h"
#include "clj/value/object.h"

namespace clj {

struct Instance;
struct Throwable;

class Printer {
 public:
  Printer(StringBuffer& out, bool readably, const PrintFlush* flush);

  void print(Value v);           // through the hooks
  void print_builtin(Value v);   // not through them for v itself

 private:
  class Nesting;
  static constexpr int64_t kUnlimited = -1;

  void write(std::string_view text) { out_.append(text); }
  void write_string(Value string) { out_.append(as_string(string)); }
  // Before code of the program may run.
  // Returns the writer, nil where the text stays in memory.
  Value flush() {
    return flush_ ? flush_->take(flush_->context, out_) : Value::nil();
  }

  void print_immediate(Value v);
  void print_object_kind(Value v);
  void print_number(Value v);
  // print_text.cpp
  void print_string(const String* s);
  void print_character(char16_t c);
  void print_pattern(Value pattern);
  // print_collections.cpp
  void print_meta(Value v);
  void print_sequential(std::string_view begin, Value coll, std::string_view end);
  void print_lazily(Value s);
  void print_map(Value map, bool lift_namespace);
  bool common_namespace(Value map, Value& ns);
  void print_entry_key(Value key, bool lifted);
  void print_record(Value record);
  // print_object.cpp
  void print_tagged_object(Value v);
  void print_object_head(Value v);
  void print_reference(Value v);
  void print_dereferenced(Value v);
  void print_state(const char* status, Value value);
  void print_instance(Value v);
  void print_host_object(Value v);
  // print_throwable.cpp
  void print_throwable(Throwable* throwable);
  void print_cause_entry(Throwable* throwable);
  Value trace_element(Value element);
  // print_dup.cpp
  void print_dup(Value v);
  void print_constructor(std::string_view class_name, Value text);
  void print_created(Value collection, std::string_view call, bool is_map);
  void print_positional_record(Value record);

  StringBuffer& out_;
  const PrintFlush* flush_;
  bool readably_;
  bool dup_, meta_, namespace_maps_;
  int64_t length_, level_;
};

// The text of a Pattern: its first slot, whatever the regex component keeps besides.
inline Value pattern_source(Value pattern) { return pattern.as_object()->slot_array()[0]; }

}  // namespace clj
