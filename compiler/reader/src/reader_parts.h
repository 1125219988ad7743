// What the parts of the reader share: its private types and small helpers.
#pragma once
#include <limits>
#include <initializer_list>
#include <string>

#include "characters.h"
#include "clj/base/utf8.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/next_id.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/tagged.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/reader/reader.h"

namespace clj::reader {

// The scope of reading inside a form: counts the depth and bounds the C stack.
struct Reader::Sub {
  explicit Sub(Reader& reader) : reader_(reader) {
    check_stack();
    ++reader_.depth_;
  }
  ~Sub() { --reader_.depth_; }
  Sub(const Sub&) = delete;
  Reader& reader_;
};

// The %-arguments met so far in one #(…).
struct Reader::FnArguments {
  gc::ValueList positional;  // [n - 1]: symbol of %n, nil while not met
  Value rest;                // symbol of %&, or nil
};

// The names x# stands for within one syntax-quoted form.
struct Reader::GensymScope {
  explicit GensymScope(Reader& reader) : reader_(reader), outer(reader.gensyms_) { reader.gensyms_ = this; }
  ~GensymScope() { reader_.gensyms_ = outer; }
  GensymScope(const GensymScope&) = delete;
  Reader& reader_;
  GensymScope* outer;
  gc::ValueList pairs;  // symbol x#, its generated symbol, …
};

// The var's value, or `otherwise` while there is no such var (an image being made, unit tests).
inline Value deref_or(Value var, Value otherwise) {
  Var* v = try_cast<Var>(var);
  return v && v->is_bound() ? deref(v) : otherwise;
}
// (str v), "null" for nil: values in messages.
inline std::string text_of(Value v) { return v.is_nil() ? "null" : to_utf8(str_value(v)); }

inline Value make_string(const std::u16string& units) { return make_string_utf16(units.data(), units.size()); }
inline bool ends_with(Value string, char16_t unit) {
  const String* s = as_string(string);
  return s->length > 0 && s->char_at(s->length - 1) == unit;
}

// The namespace that `alias` names in the current namespace, or nil.
Value find_alias(Value alias_symbol);

// What a prefix as in 'x stands for, in the JVM's shape: cells before a list of the last item, so that list? and counted?
// are false.
Value cells(std::initializer_list<Value> items);

}  // namespace clj::reader
