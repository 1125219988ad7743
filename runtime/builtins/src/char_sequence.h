// A java.lang.CharSequence as a String: strings, StringBuilders, host objects, deftypes.
#pragma once
#include "native.h"

namespace clj::builtins {

bool is_char_sequence(Value v);
// Its characters. Those of a deftype come from its length and charAt, as Java's matchers ask for
// them. Precondition: is_char_sequence(v).
const String* char_sequence_text(Value v);

}  // namespace clj::builtins
