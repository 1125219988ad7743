#include "clj/core/record.h"

#include <algorithm>

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/field_types.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/vector.h"
#include "copy_values.h"
#include "native_closures.h"

namespace clj {
namespace {

Class* class_of_record(const Instance* record) { return cast<Class>(record->type); }

const Value* fields_of(const Instance* record) { return &record->type + 1; }

Value copy_record(const Instance* from, int index, Value value) {
  auto* to = gc::make_with_slots<Instance>(from->slots - 1u);
  copy_values(&to->type, &from->type, from->slots);
  to->fields()[index] = value;
  return Value::object(to);
}

// The index of the first field for which `matches` holds, or -1.
template <class F>
int first_field(const Vector* fields, F&& matches) {
  for (uint32_t from = 0; from < fields->count; from += 32) {
    const Value* symbols = fields->leaf_for(from)->items();
    for (uint32_t i = 0, n = std::min(32u, fields->count - from); i < n; ++i) {
      if (matches(cast<Symbol>(symbols[i]))) return static_cast<int>(from + i);
    }
  }
  return -1;
}

// The JVM tells fields apart by the hash of the key: what the body of a lazy seq does is done.
void hash_lazy_key(Value key) {
  if (is_kind(key, Kind::kLazySeq)) java_hash_code(key);
}

}  // namespace

bool is_record(Value v) {
  auto* instance = try_cast<Instance>(v);
  return instance && cast<Class>(instance->type)->has_flag(Class::kRecord);
}

bool answers_as_record(Value v, Value method) {
  auto* instance = try_cast<Instance>(v);
  if (!instance) return false;
  auto* cls = cast<Class>(instance->type);
  return cls->has_flag(Class::kRecord) &&
         (!cls->has_flag(Class::kOwnMapMethods) || find_class_method(instance->type, method).is_absent());
}

// Slots: the class, the fields, metadata, the extension map.
int record_field_count(const Instance* record) { return record->slots - 3; }

int record_field_index(const Instance* record, Value key) {
  auto* keyword = try_cast<Keyword>(key);
  if (!keyword) return -1;
  auto* symbol = cast<Symbol>(keyword->symbol);
  if (!symbol->ns.is_nil()) return -1;
  auto* fields = cast<Vector>(class_of_record(record)->fields);
  // Most fields have the very String of their keyword (define_type); an image may have left the keyword out.
  int index = first_field(fields, [&](const Symbol* field) { return field->name == symbol->name; });
  if (index >= 0) return index;
  uint32_t hash = hash_eq(symbol);
  return first_field(fields, [&](const Symbol* field) {
    return hash_eq(field) == hash && equal(as_string(field->name), as_string(symbol->name));
  });
}

Value record_field_key(const Instance* record, int index) {
  return make_keyword(cast<Vector>(class_of_record(record)->fields)->at(static_cast<uint32_t>(index)));
}

Value record_field(const Instance* record, int index) { return fields_of(record)[index]; }

Value record_meta(Value record) {
  auto* r = cast<Instance>(record);
  return fields_of(r)[record_field_count(r)];
}

Value record_with_meta(Value record, Value meta) {
  auto* r = cast<Instance>(record);
  return copy_record(r, record_field_count(r), meta);
}

Value record_extension(Value record) {
  auto* r = cast<Instance>(record);
  return fields_of(r)[record_field_count(r) + 1];
}

Value record_get(Value record, Value key, Value not_found) {
  auto* r = cast<Instance>(record);
  int index = record_field_index(r, key);
  if (index < 0) hash_lazy_key(key);
  return index >= 0 ? record_field(r, index) : get(record_extension(record), key, not_found);
}

bool record_contains(Value record, Value key) {
  if (record_field_index(cast<Instance>(record), key) >= 0) return true;
  hash_lazy_key(key);
  return contains(record_extension(record), key);
}

Value record_assoc(Value record, Value key, Value value) {
  auto* r = cast<Instance>(record);
  int index = record_field_index(r, key);
  if (index >= 0) {
    const Class* cls = class_of_record(r);
    return copy_record(r, index, has_primitive_fields(cls) ? converted_field(cls, static_cast<uint32_t>(index), value) : value);
  }
  return copy_record(r, record_field_count(r) + 1, assoc(record_extension(record), key, value));
}

Value record_dissoc(Value record, Value key) {
  auto* r = cast<Instance>(record);
  if (record_field_index(r, key) < 0) {
    hash_lazy_key(key);
    Value extension = record_extension(record);
    if (extension.is_nil() || !contains(extension, key)) return record;
    Value left = dissoc(extension, key);
    return copy_record(r, record_field_count(r) + 1, count(left) == 0 ? Value::nil() : left);
  }
  Value map = roots.empty_array_map;
  for_each_kv(record, [&](Value k, Value v) {
    if (!(k == key)) map = assoc(map, k, v);
    return true;
  });
  return with_meta(map, record_meta(record));
}

int64_t record_count(Value record) { return record_field_count(cast<Instance>(record)) + count(record_extension(record)); }

namespace {

// (concat entries-of-the-fields extension), from field `from` on.
Value entries_from(Value record, int from) {
  auto* r = cast<Instance>(record);
  int end = std::min(record_field_count(r), from + static_cast<int>(kChunkSize));
  if (from >= end) return seq(record_extension(record));
  gc::ValueList entries;
  for (int i = from; i < end; ++i) entries.push_back(make_map_entry(record_field_key(r, i), record_field(r, i)));
  auto n = static_cast<uint32_t>(entries.size());
  Value chunk = make_array_chunk(make_object_array(entries.data(), n), 0, n);
  return chunk_cons(chunk, make_native_lazy(NativeClosureOp::kRecordRest, Value::nil(), record, Value::inline_long(end)));
}

}  // namespace

Value record_seq(Value record) { return entries_from(record, 0); }
Value record_rest(NativeClosure* self, Value*, uint32_t) {
  return entries_from(self->target, static_cast<int>(self->state.as_inline_long()));
}

Value record_entries(Value record) {
  if (answers_as_record(record, roots.sym_m_iterator)) return record_seq(record);
  return make_chunked_iterator_seq(call_method(record, roots.sym_m_iterator, nullptr, 0));
}

bool record_equiv(Value record, Value other) {
  auto* a = cast<Instance>(record);
  auto* b = try_cast<Instance>(other);
  if (!b || !(a->type == b->type)) return false;
  for (int i = 0, n = record_field_count(a); i < n; ++i)
    if (!equiv(record_field(a, i), record_field(b, i))) return false;
  return equiv(record_extension(record), record_extension(other));
}

}  // namespace clj
