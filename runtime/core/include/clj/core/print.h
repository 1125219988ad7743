// Printing: pr, print, str.
//
// `str_text` is (str x); `print_value` honours *print-readably*, *print-length*, *print-level*,
// *print-meta*, *print-namespace-maps*; values whose printing programs extended go through the
// print-method multimethod. Writers are anything with a `write` (io), C++ callers get text.
#pragma once
#include <string>

#include "clj/core/text.h"

namespace clj {

Value str_value(Value v);              // (str v): a String; "" for nil
void append_str(StringBuffer& out, Value v);
// Built-in printing of v into `out`. `readably`: pr against print.
void print_value(StringBuffer& out, Value v, bool readably);
std::string print_text(Value v, bool readably = true);  // UTF-8, for messages

}  // namespace clj
