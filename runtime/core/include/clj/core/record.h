// Records: maps with fixed fields in an Instance (layout in type.h).
//
// Field lookup by keyword compares the field symbols' names; the evaluators cache the index
// per call site (record_field_index). Other keys live in the extension map.
//
// Threads  Immutable.
// Errors   UnsupportedOperationException "Can't create empty: user.Point".
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

struct Instance;

bool is_record(Value v);
// A record, and one whose class leaves `method`, one by which core's functions ask a map, to what records do.
// defrecord's expansion can be edited so that a record brings its own.
bool answers_as_record(Value v, Value method);
// Precondition of the rest: `record` is a record.
int record_field_count(const Instance* record);
// The index of the field that keyword `key` names, or -1.
int record_field_index(const Instance* record, Value key);
Value record_get(Value record, Value key, Value not_found);
bool record_contains(Value record, Value key);
Value record_assoc(Value record, Value key, Value value);
Value record_dissoc(Value record, Value key);  // a plain map once a field is gone
int64_t record_count(Value record);
Value record_seq(Value record);
// The entries that reduce walks: those of the record's iterator, whatever its own seq is.
Value record_entries(Value record);
Value record_meta(Value record);
Value record_with_meta(Value record, Value meta);
Value record_extension(Value record);  // map or nil
bool record_equiv(Value record, Value other);
// Field key and value by position.
Value record_field_key(const Instance* record, int index);
Value record_field(const Instance* record, int index);

}  // namespace clj
