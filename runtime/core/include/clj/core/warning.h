// Warnings of the system about a program, such as a name that is redefined.
#pragma once
#include <string>

namespace clj {

// Writes a line to *err*; nothing before there is one.
void print_warning(const std::string& line);

}  // namespace clj
