#include "collections_support.h"

namespace clj::test {
namespace {

constexpr uint32_t kMaxFunctions = 256;
NativeRow rows[kMaxFunctions];
uint32_t row_count = 0;

}  // namespace

Runtime::Runtime() { native_rows = rows; }

Value longs(int64_t from, int64_t to) {
  gc::ValueList items;
  for (int64_t i = from; i < to; ++i) items.push_back(integer(i));
  return make_vector(items.data(), items.size());
}

Value function(NativeCode code) {
  uint32_t row = 0;
  while (row < row_count && rows[row].code != code) ++row;
  if (row == row_count) {
    REQUIRE(row_count < kMaxFunctions);
    rows[row_count++] = {"test", "f", code, 0, -1};
    native_row_count = row_count;
  }
  auto* f = gc::make<NativeFn>();
  f->row = row;
  return Value::object(f);
}

std::string elements(Value coll) {
  std::string text;
  for_each(coll, [&](Value v) {
    if (!text.empty()) text += ' ';
    text += v.is_nil() ? "nil" : is_long(v) ? std::to_string(as_long(v)) : "?";
    return true;
  });
  return text;
}

}  // namespace clj::test
