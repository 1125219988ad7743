// The primitive fields of deftypes and records, (defrecord P [^double x]): what is stored in them
// becomes of their type, as in a Java field.
//
// Class::basis_meta is nil for a class without any, so that the others pay nothing.
//
// Errors   ClassCastException, NullPointerException, "Value out of range for …", as the JVM's casts.
#pragma once
#include <string>

#include "clj/core/type.h"
#include "clj/value/value.h"

namespace clj {

inline bool has_primitive_fields(const Class* cls) { return !cls->basis_meta.is_nil(); }

// Whether a hint makes a field primitive: ^long, ^double, ^int, ^float or ^boolean.
bool is_primitive_field(Value symbol);

// The value as the field holds it.
Value converted_field(const Class* cls, uint32_t index, Value v);
bool is_mutable_field(const Class* cls, uint32_t index);
// For who sets the field to `value` from outside the class: throws IllegalAccessException unless it is a mutable one.
void require_mutable_field(const Class* cls, uint32_t index, Value value);

// The hint of a field: "long", or empty when it is none of a primitive type.
std::string primitive_field_type(const Class* cls, uint32_t index);
// As converted_field for map->Name, which takes nothing but a value of the field's own class.
Value checked_field(const Class* cls, uint32_t index, Value v);

enum class FieldType : uint8_t { kAny, kLong, kDouble, kOther };

// The types of all fields in two bits each, the first lowest; -1 when there are too many fields.
int64_t packed_field_types(const Class* cls);

}  // namespace clj
