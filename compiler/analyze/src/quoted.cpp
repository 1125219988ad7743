#include "quoted.h"

#include "clj/core/collections.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj::analyze {
namespace {

// The elements, each with_lists; whether one changed.
bool convert_elements(Value coll, gc::ValueList& out) {
  bool changed = false;
  for_each(coll, [&](Value element) {
    out.push_back(with_lists(element));
    changed = changed || !(out.back() == element);
    return true;
  });
  return changed;
}

bool convert_entries(Value map, gc::ValueList& out) {
  bool changed = false;
  for_each_kv(map, [&](Value key, Value value) {
    out.push_back(with_lists(key));
    out.push_back(with_lists(value));
    changed = changed || !(out[out.size() - 2] == key) || !(out.back() == value);
    return true;
  });
  return changed;
}

}  // namespace

Value with_lists(Value form) {
  if (!form.is_object() || is_kind(form, Kind::kInstance) || is_kind(form, Kind::kMapEntry)) return form;
  gc::ValueList items;
  Value made = form;
  if (is_seq(form)) {
    if (convert_elements(form, items) || !is_list(form)) made = make_list(items.data(), items.size());
  } else if (is_vector(form)) {
    if (convert_elements(form, items)) made = make_vector(items.data(), items.size());
  } else if (is_map(form)) {
    if (convert_entries(form, items) || is_kind(form, Kind::kTreeMap)) made = make_map(items.data(), items.size());
  } else if (is_set(form)) {
    if (convert_elements(form, items)) made = make_set(items.data(), items.size());
  }
  return made == form ? form : with_meta(made, meta(form));
}

}  // namespace clj::analyze
