// java.nio.charset.Charset objects.
#pragma once
#include "clj/io/charset.h"

namespace clj::builtins::host {

// The charset that a String names or a Charset object is; UTF-8 for nil. Throws
// UnsupportedEncodingException.
io::Charset charset_of(Value v);
Value make_charset(io::Charset charset);

}  // namespace clj::builtins::host
