#include "clj/core/function_arities.h"

namespace clj {
namespace {

constexpr int kFixedBits = 21, kRequiredBits = 6;

}  // namespace

FunctionArities (*compiled_arities)(Value f) = [](Value) { return FunctionArities{}; };

Value packed(const FunctionArities& arities) {
  return Value::inline_long(static_cast<int64_t>(arities.fixed) | static_cast<int64_t>(arities.required + 1) << kFixedBits |
                            static_cast<int64_t>(arities.captures) << (kFixedBits + kRequiredBits));
}

bool arities_of_class(const Class* cls, FunctionArities& arities) {
  if (!cls->extra.is_inline_long()) return false;
  int64_t packed = cls->extra.as_inline_long();
  arities.fixed = static_cast<uint32_t>(packed) & ((1u << kFixedBits) - 1);
  arities.required = static_cast<int>(packed >> kFixedBits & ((1 << kRequiredBits) - 1)) - 1;
  arities.captures = (packed >> (kFixedBits + kRequiredBits) & 1) != 0;
  return true;
}

}  // namespace clj
