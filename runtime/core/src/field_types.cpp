#include "clj/core/field_types.h"

#include <algorithm>
#include <string>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/vector.h"

namespace clj {
namespace {

constexpr uint32_t kMaxPackedFields = 16;

struct Row {
  std::string_view hint;
  const char* boxed;
  Value (*convert)(Value);
};

Value as_boolean(Value v) { return v; }

constexpr Row kRows[] = {
    {"long", "java.lang.Long", [](Value v) { return make_long(to_long(v)); }},
    {"double", "java.lang.Double", [](Value v) { return Value::dbl(to_double(v)); }},
    {"int", "java.lang.Integer", [](Value v) { return make_int(to_int(v)); }},
    {"float", "java.lang.Float", [](Value v) { return make_float(to_float(v)); }},
    {"boolean", "java.lang.Boolean", as_boolean},
};

const Row* row_of_tag(Value tag) {
  if (!is_symbol(tag)) return nullptr;
  std::string hint = symbol_text(tag);
  const Row* found = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& row) { return row.hint == hint; });
  return found == std::end(kRows) ? nullptr : found;
}

const Row* row_of(const Class* cls, uint32_t index) {
  Value field_meta = cast<Vector>(cls->basis_meta)->at(index);
  return field_meta.is_nil() ? nullptr : row_of_tag(get(field_meta, roots.kw_tag));
}

}  // namespace

bool is_primitive_field(Value symbol) {
  Value m = meta(symbol);
  return !m.is_nil() && row_of_tag(get(m, roots.kw_tag)) != nullptr;
}

std::string primitive_field_type(const Class* cls, uint32_t index) {
  const Row* row = row_of(cls, index);
  return row == nullptr ? "" : std::string(row->hint);
}

bool is_mutable_field(const Class* cls, uint32_t index) {
  Value m = meta(cast<Vector>(cls->fields)->at(index));
  for (const char* mark : {"unsynchronized-mutable", "volatile-mutable"}) {
    if (get(m, make_keyword("", mark)).truthy()) return true;
  }
  return false;
}

// JVM differs: a mutable field is private there.
void require_mutable_field(const Class* cls, uint32_t index, Value value) {
  if (is_mutable_field(cls, index)) return;
  Value field = cast<Vector>(cls->fields)->at(index);
  const Row* row = has_primitive_fields(cls) ? row_of(cls, index) : nullptr;
  throw_errorf(Error::kIllegalAccess, "Can not set final %s field %s.%s to %s", row ? row->hint.data() : "java.lang.Object",
               to_utf8(cls->name).c_str(), symbol_text(field).c_str(),
               value.is_nil() ? "null value" : to_utf8(cast<Class>(class_of(value))->name).c_str());
}

Value converted_field(const Class* cls, uint32_t index, Value v) {
  const Row* row = row_of(cls, index);
  if (row == nullptr) return v;
  bool boolean = row->convert == as_boolean;
  if (v.is_nil() && boolean) {
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Boolean.booleanValue()\" because \"b\" is null");
  }
  if (boolean ? !v.is_boolean() : !v.is_nil() && !is_number(v)) throw_class_cast(v, boolean ? row->boxed : "java.lang.Number");
  return row->convert(v);
}

Value checked_field(const Class* cls, uint32_t index, Value v) {
  const Row* row = row_of(cls, index);
  if (row == nullptr) return v;
  if (v.is_nil()) {
    throw_errorf(Error::kNullPointer, "Cannot invoke \"%s.%sValue()\" because \"<local%u>\" is null", row->boxed,
                 std::string(row->hint).c_str(), index + 1);
  }
  if (!(class_of(v) == find_class(row->boxed))) throw_class_cast(v, row->boxed);
  return v;
}

int64_t packed_field_types(const Class* cls) {
  if (!has_primitive_fields(cls)) return 0;
  uint32_t fields = cast<Vector>(cls->basis_meta)->count;
  if (fields > kMaxPackedFields) return -1;
  int64_t packed = 0;
  for (uint32_t i = 0; i < fields; ++i) {
    const Row* row = row_of(cls, i);
    FieldType type = row == nullptr           ? FieldType::kAny
                     : row->hint == "long"   ? FieldType::kLong
                     : row->hint == "double" ? FieldType::kDouble
                                             : FieldType::kOther;
    packed |= static_cast<int64_t>(type) << (2 * i);
  }
  return packed;
}

}  // namespace clj
