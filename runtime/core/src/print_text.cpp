// Strings, characters and patterns as pr writes them.
#include "printer.h"

namespace clj {

void Printer::print_string(const String* s) {
  if (!readably_) return out_.append(s);
  write("\"");
  for (uint32_t i = 0; i < s->length; ++i) {
    char16_t c = s->char_at(i);
    switch (c) {
      case '\n': write("\\n"); break;
      case '\t': write("\\t"); break;
      case '\r': write("\\r"); break;
      case '"': write("\\\""); break;
      case '\\': write("\\\\"); break;
      case '\f': write("\\f"); break;
      case '\b': write("\\b"); break;
      default: out_.append_unit(c);
    }
  }
  write("\"");
}

void Printer::print_character(char16_t c) {
  if (!readably_) return out_.append_unit(c);
  write("\\");
  switch (c) {
    case '\n': return write("newline");
    case '\t': return write("tab");
    case ' ': return write("space");
    case '\b': return write("backspace");
    case '\f': return write("formfeed");
    case '\r': return write("return");
    default: return out_.append_unit(c);
  }
}

// The source between quotes, so that reading it gives the same pattern: a quote is escaped,
// which within \Q…\E takes leaving the quotation.
void Printer::print_pattern(Value pattern) {
  const String* s = as_string(pattern_source(pattern));
  write("#\"");
  bool quoting = false;
  for (uint32_t i = 0; i < s->length; ++i) {
    char16_t c = s->char_at(i);
    if (c == '\\' && i + 1 < s->length) {
      char16_t escaped = s->char_at(++i);
      out_.append_unit(c);
      out_.append_unit(escaped);
      quoting = quoting ? escaped != 'E' : escaped == 'Q';
    } else if (c == '"') {
      write(quoting ? "\\E\\\"\\Q" : "\\\"");
    } else {
      out_.append_unit(c);
    }
  }
  write("\"");
}

}  // namespace clj
