// Keyword options after the fixed arguments: (atom x :meta m :validator f).
#pragma once
#include "native.h"

namespace clj::builtins {

class Options {
 public:
  // Throws IllegalArgumentException when the last key has no value.
  Options(const Value* keyvals, uint32_t count) : keyvals_(keyvals), count_(count) {
    if (count % 2 != 0) throw_no_value(keyvals[count - 1]);
  }
  // nil when not given.
  Value get(std::string_view name) const {
    Value key = make_keyword("", name);
    Value found;
    for (uint32_t i = 0; i < count_; i += 2)
      if (keyvals_[i] == key) found = keyvals_[i + 1];
    return found;
  }
  // The :meta option, which must be a map.
  Value metadata() const {
    Value m = get("meta");
    if (!m.is_nil() && !is_map(m)) throw_class_cast(m, "clojure.lang.IPersistentMap");
    return m;
  }

 private:
  const Value* keyvals_;
  uint32_t count_;
};

}  // namespace clj::builtins
