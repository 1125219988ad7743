// The lines of a source text as error reports show them. Columns count UTF-16 units, from 1, as JVM Clojure's do.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace clj::launch {

// The line without its end; empty when there is no such line.
std::string line_of(const std::string& source, int64_t line);
// How many UTF-16 units the UTF-8 character that starts with `byte` takes; 0: not a start.
int units_of(char byte);
int64_t length_in_units(const std::string& text);
bool is_blank(const std::string& text);
// Cuts a long line to what stands around `column`, which moves along.
void clip(std::string& text, int64_t& column);

struct Delimiter {
  char open;
  int64_t line, column;
};

// The delimiters that are open in `text` after what stands before line:column, the innermost
// last; the quote of a string that is not closed counts. Characters and comments are skipped as the reader does.
std::vector<Delimiter> open_delimiters(const std::string& text, int64_t line, int64_t column);

}  // namespace clj::launch
