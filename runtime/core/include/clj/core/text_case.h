// Upper and lower case of strings by Java's rules: full mappings (ß becomes SS), final sigma.
#pragma once
#include "clj/core/text.h"

namespace clj {

Value upper_case(const String* text);
Value lower_case(const String* text);

}  // namespace clj
