// java.util.Formatter for (format …) and String/format.
//
// Conversions b h s c d o x e f g n % and their upper-case forms, with flags, width, precision
// and argument indexes. Decimal digits are those of Double.toString rounded half up, as Java's.
//
// Errors   UnknownFormatConversionException, MissingFormatArgumentException and the other
//          IllegalFormatExceptions with Java's messages.
#pragma once
#include "native.h"

namespace clj::builtins {

Value format_values(const String* pattern, const Value* args, uint32_t count);

}  // namespace clj::builtins
