// What the driver left for the reports to come: remember_source and its like, of report.h.
#pragma once
#include <cstdint>
#include <string>

#include "clj/value/value.h"

namespace clj::launch {

// Where something is. A line of 0 and an empty file are unknown.
struct Place {
  std::string file;
  int64_t line = 0;
  int64_t column = 0;
  // The column is after what is wrong (reading), not at it.
  bool past = false;
};

// Of a program that is no file.
struct RememberedSource {
  std::string name, label, text;
};

RememberedSource remembered_source();
// Where a form failed; empty when none did.
std::string remembered_namespace();
// Sets `place` to that of the form that threw, when it is the one that is remembered.
void remembered_form(Value thrown, bool compiling, Place& place);

}  // namespace clj::launch
