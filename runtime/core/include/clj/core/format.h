// java.util.Formatter: what clojure.core's `format` and String.format produce.
//
// Conversions %b %h %s %c %d %o %x %e %f %g %a %t… %% %n with flags, width, precision,
// argument indices and %<. The locale is English.
//
// Errors   The JVM's IllegalFormatExceptions with their messages; a BigInt or Ratio is no
//          argument of %d or %f there, nor is it here.
// Design   docs/numbers.md
#pragma once
#include <cstddef>

#include "clj/value/value.h"

namespace clj {

// `format` is a String; the arguments are used before anything else may change them.
Value format(Value format, const Value* args, size_t count);

}  // namespace clj
