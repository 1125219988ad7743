// Warnings of the system about a program, such as a name that is redefined.
#pragma once
#include <string>

namespace clj {

// Writes a line to *err*; nothing before there is one.
void print_warning(const std::string& line);

// Who hears of warnings first (a build, which keeps them with what it compiled). False: the line
// is not to be written. Set before the program; null: nobody.
extern bool (*warning_listener)(const std::string& line);

}  // namespace clj
