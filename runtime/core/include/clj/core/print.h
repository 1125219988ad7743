// Printing: pr, print, str.
//
// `str_value` is (str x). `print_value` is what pr and print do: it honours *print-length*,
// *print-level*, *print-meta*, *print-namespace-maps*, *print-dup* and, as its argument,
// *print-readably*. It writes into a StringBuffer; a caller whose output is seen as it comes
// (a stream) gives a PrintFlush, which is called before anything that may run Clojure code, so
// that output of that code and printed text come in the JVM's order.
//
// Printing that the program extended (print-method, print-dup) goes through `print_hooks`.
//
// Threads  Any; each call prints on its own.
// Errors   What the printed values' own code throws: the buffer then holds what came before.
//          StackOverflowError for structures nested too deeply.
// Design   docs/printing.md
#pragma once
#include <string>

#include "clj/core/text.h"

namespace clj {

Value str_value(Value v);  // (str v): a String; "" for nil
void append_str(StringBuffer& out, Value v);

// Takes what is in the buffer so far and empties it; returns the writer that it went to.
struct PrintFlush {
  Value (*take)(void* context, StringBuffer& out);
  void* context;
};

// Prints v. `readably`: pr against print.
void print_value(StringBuffer& out, Value v, bool readably, const PrintFlush* flush = nullptr);
// The same without asking the hooks for v itself: what a built-in print-method does with v.
void print_builtin(StringBuffer& out, Value v, bool readably, const PrintFlush* flush = nullptr);
std::string print_text(Value v, bool readably = true);  // UTF-8, for messages

// Set once at start by the components that know.
struct PrintHooks {
  // Has the program a print-method (or print-dup, when *print-dup* is true) of its own for v?
  // Asked for every value printed, so quick to say no.
  bool (*is_extended)(Value v) = nullptr;
  // Prints v by that method, to the writer, or to `out` where that is nil.
  void (*print_extended)(StringBuffer& out, Value v, Value writer) = nullptr;
  // The state of a reference of a kind that core does not know (ref, agent, promise, future):
  // false while it has no value. `failed`: the value is the exception.
  bool (*reference_state)(Value reference, Value& value, bool& failed) = nullptr;
};
extern PrintHooks print_hooks;

}  // namespace clj
